"""Tags that every template has without loading them."""

from __future__ import annotations

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html

from handrail.web.common.assets import asset_url

register = template.Library()
register.simple_tag(asset_url, name="asset")


@register.simple_tag(takes_context=True)
def nav(context: Context, name: str, label: str) -> str:
    """A line of the main navigation, marked when the page stands below it."""
    address = reverse(name)
    here = context["request"].path
    is_here = here == address or (address != "/" and here.startswith(address))
    mark = format_html(' aria-current="{}"', "page" if here == address else "true") if is_here else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', address, mark, label)


@register.filter
def words(value: object) -> str:
    """A coded word as people read it: ``one_hand`` becomes "one hand"."""
    return str(value).replace("_", " ")

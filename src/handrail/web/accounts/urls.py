"""Addresses of phones: pairing, the list of them, and a helper's one page."""

from django.urls import path

from handrail.web.accounts import views

urlpatterns = [
    path("you/phones/", views.phones, name="phones"),
    path("you/phones/code/", views.make_code, name="make-code"),
    path("you/phones/<uuid:device>/out/", views.revoke, name="revoke-device"),
    path("you/phones/<uuid:device>/in/", views.restore, name="restore-device"),
    path("pair/", views.pair, name="pair"),
    path("phone/root.crt", views.root_certificate, name="root-certificate"),
    path("here/", views.here, name="here"),
    path("here/not/", views.not_here, name="not-here"),
    path("api/presence/", views.presence, name="presence"),
]

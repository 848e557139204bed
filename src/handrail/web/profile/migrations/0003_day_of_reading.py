from typing import Any

from django.db import migrations
from django.utils import timezone


def write_the_day_down(apps: Any, _schema_editor: Any) -> None:
    """Nobody wrote down when the readiness lines were read: not after the last save, so they grow old from there."""
    profiles = apps.get_model("profile", "Profile").objects
    for profile in profiles.all():
        if profile.answers.get("screen") and not profile.answers.get("screened"):
            day = timezone.localdate(profile.saved).isoformat()
            profiles.filter(pk=profile.pk).update(answers={**profile.answers, "screened": day})


class Migration(migrations.Migration):
    dependencies = [
        ("profile", "0002_before_restart"),
    ]

    operations = [
        migrations.RunPython(write_the_day_down, migrations.RunPython.noop),
    ]

"""Django's settings. One person, one computer: nothing here differs between machines but the
folder of data (``HANDRAIL_HOME``), the time zone, and a public name (``HANDRAIL_PUBLIC_HOST``).
"""

from pathlib import Path

from django.utils.functional import SimpleLazyObject

from handrail.web.config.databases import COMMUNITY, HEALTH
from handrail.web.config.home import home, secret_key
from handrail.web.config.public import public_door
from handrail.web.config.zone import system_zone

WEB = Path(__file__).resolve().parent.parent

HOME = home()
SECRET_KEY = SimpleLazyObject(secret_key)  # so that reading the settings touches no disk
DEBUG = False
DOOR = public_door()  # `handrail run --phone` opens one in the home network instead
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *(DOOR.hosts if DOOR else ())]
# Only a proxy on this computer reaches us where there is a public name, and it sets this itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DOOR else None
ROOT_URLCONF = "handrail.web.config.urls"
WSGI_APPLICATION = "handrail.web.config.wsgi.application"

INSTALLED_APPS = [
    "handrail.web.common",
    "handrail.web.accounts",
    "handrail.web.library",
    "handrail.web.profile",
    "handrail.web.community",
    "handrail.web.plans",
    "handrail.web.practice",
    "handrail.web.progress",
]

MIDDLEWARE = [
    "handrail.web.config.security.headers",
    "handrail.web.config.security.only_own_hosts",
    "handrail.web.accounts.middleware.only_paired",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "handrail.web.config.security.only_our_pages_write",
    "handrail.web.config.security.no_giant_bodies",
    "handrail.web.common.errors.Sentences",
    "handrail.web.accounts.middleware.actor",
    "handrail.web.config.wiring.person",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["handrail.web.common.templatetags.page"],
            "context_processors": [
                "django.template.context_processors.request",
                "handrail.web.common.look.look",
                "handrail.web.accounts.middleware.inside",
            ],
        },
    }
]


# IMMEDIATE takes the write lock when a transaction begins: a read that turns into a write would
# otherwise fail at once under a second writer, whatever the timeout.
def _sqlite(name: str, synchronous: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                f"PRAGMA journal_mode=WAL;PRAGMA synchronous={synchronous};PRAGMA cache_size=-20000;"
                "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=67108864;PRAGMA temp_store=MEMORY;"
                "PRAGMA secure_delete=ON;"
            ),
        },
    }


# FULL: what was acknowledged is on the disk, also when the power goes. A thread can be brought in again.
DATABASES = {
    HEALTH: _sqlite("health.sqlite3", "FULL"),
    COMMUNITY: _sqlite("community.sqlite3", "NORMAL"),
}
DATABASE_ROUTERS = ["handrail.web.config.databases.Router"]
ATOMIC_REQUESTS = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # of a whole body; a file or a paste is told its own limit

PLANNER_PATIENCE_S = 8.0  # a page waits so long for the best week, then takes a good one; 0: at once

USE_TZ = True
TIME_ZONE = system_zone()
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = WEB / "static" / "built"
WHITENOISE_IMMUTABLE_FILE_TEST = r"-[0-9A-Z]{8}\.[a-z0-9.]+$"  # the bundler's hash before the suffix
WHITENOISE_MAX_AGE = 0
WHITENOISE_ALLOW_ALL_ORIGINS = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

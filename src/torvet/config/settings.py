"""The one settings file. What differs between machines is read through `env`.

The order is: where things lie, what is switched on, database, web, language, security, background work.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from torvet.config import env

SOURCE = Path(__file__).resolve().parents[1]
ROOT = SOURCE.parents[1]

# Where things lie
DATA = env.folder("TORVET_DATA", ROOT / "var", "Folder of the database, the files and the index")
INBOX = env.folder("TORVET_INBOX", DATA / "inbox", "Watched folder where deliveries are dropped")
DEBUG = env.flag("TORVET_DEBUG", default=False, explanation="Show errors in detail; never in production")
SECRET_KEY = env.secret("TORVET_SECRET_KEY_FILE", DATA / "secret-key", "File with the signing secret")
ALLOWED_HOSTS = env.words("TORVET_HOSTS", "127.0.0.1,localhost,[::1]", "Host names that are answered")
DEMO = env.flag("TORVET_DEMO", default=False, explanation="Show demo log-ins on the log-in page")
HTTPS = env.flag("TORVET_HTTPS", default=False, explanation="The site is reached over HTTPS: secure cookies, HSTS")

# What is switched on
TORVET_MODULES = env.words("TORVET_MODULES", "records", "Modules that this municipality uses")
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_linear_migrations",
    "django_tasks",
    *(f"torvet.modules.{name}" for name in TORVET_MODULES),
    "torvet.shared.search",
    "torvet.shared.audit",
    "torvet.shared.identity",
    "torvet.shared.organisation",
    "torvet.shared.worker",
    "torvet.shared.ui",
    "torvet.config",
]

# Database: SQLite with WAL and IMMEDIATE transactions until one machine is outgrown.
# FULL, not NORMAL: an acknowledged journal entry must survive a power cut.
SQLITE_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "mmap_size": 134_217_728,
    "journal_size_limit": 27_103_364,
    "cache_size": 2000,
}
_DATABASE = env.text("TORVET_DATABASE", "", "Empty for SQLite, else postgres://user:password@host:port/name")
DATABASES: dict[str, dict[str, object]] = {
    "default": env.postgres(_DATABASE)
    if _DATABASE
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "torvet.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": " ".join(f"PRAGMA {name}={value};" for name, value in SQLITE_PRAGMAS.items()),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by the web processes; holds counts of failed log-ins and nothing about anybody.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "torvet_cache"}}

# Files: originals are write-once and never served; renditions are proven and public.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "originals", "file_permissions_mode": 0o600},
    },
    "renditions": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "renditions", "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
SEARCH_INDEX = DATA / "index"
DANISH_TABLES = DATA / "danish.tables"

# Web
ROOT_URLCONF = "torvet.config.urls"
WSGI_APPLICATION = "torvet.config.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "torvet.config.middleware.response_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "torvet.config.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
# Files that are compressed already, and fonts that only the drawing of PDF files reads.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("png", "woff2", "ttf", "gz", "br")
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

# Language: Danish first, English at /en/
LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["torvet.config.formats"]
LOCALE_PATHS = [SOURCE / "config" / "locale"]

# Security
AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "identity:log-in"
LOGIN_REDIRECT_URL = "/"
# Guesses are counted in the cache, so that no table holds user names and addresses of visitors.
AXES_HANDLER = "axes.handlers.cache.AxesCacheHandler"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "torvet.config.middleware.locked_out"
AXES_VERBOSE = False
SESSION_COOKIE_NAME = "__Host-torvet" if HTTPS else "torvet"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_NAME = "__Host-torvet-csrf" if HTTPS else "torvet-csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "torvet.config.errors.csrf_failed"
LANGUAGE_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Background work: rows are the truth, the queue only a hint.
TASKS = {"default": {"BACKEND": "torvet.shared.worker.backend.LeaseBackend", "OPTIONS": {"lease_seconds": 60}}}
WORKER_PROCESSES = env.number("TORVET_WORKERS", default=2, explanation="Processes that take background work")

# Logs: one line per event on standard error, without personal data (no query strings, no addresses of visitors)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "torvet.config.logs.formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("TORVET_LOG_LEVEL", "WARNING", "Least level that is logged")},
    "loggers": {
        "django.server": {"handlers": [], "propagate": False},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "CRITICAL"},
        "pdfminer": {"level": "ERROR"},
        "pypdf": {"level": "ERROR"},
    },
}

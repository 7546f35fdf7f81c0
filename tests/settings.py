"""Settings of the test run: those of a site, in a folder of its own, with static files as they lie in the source."""

import os
import tempfile

os.environ.setdefault("TORVET_DATA", tempfile.mkdtemp(prefix="torvet-test-"))
os.environ["TORVET_DEBUG"] = "yes"

from torvet.config.settings import *  # noqa: F403 the environment comes first

# A test's passwords are worth nothing, and a slow hash would be half of its time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True

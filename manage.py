"""Django's own entrance; people use `torvet`, which says the same with better words."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "torvet.config.settings")

if __name__ == "__main__":
    execute_from_command_line(sys.argv)

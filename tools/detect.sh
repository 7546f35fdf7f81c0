#!/bin/sh
# Tells in one line each which system packages would make Torvet better, and how to install them.
missing() { command -v "$1" >/dev/null 2>&1 || echo "Not found: $1 ($2). apt-get install $3"; }
missing bwrap "a stronger wall around strangers' documents; without it resource limits only" bubblewrap
missing chromium "browser tests" chromium

#!/bin/sh
# Tells in one line each which system packages would make Torvet better, and how to install them.
missing() { command -v "$1" >/dev/null 2>&1 || echo "Not found: $1 ($2). apt-get install $3"; }
missing bwrap "a stronger wall around strangers' documents; without it resource limits only" bubblewrap
missing soffice "office files as their authors saw them; without it their text" "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"
data() { ls /usr/share/tesseract-ocr/*/tessdata/"$1".traineddata >/dev/null 2>&1 || echo "Not found: $1.traineddata ($2). apt-get install $3"; }
data dan "text in scans and pictures; without it such documents wait for a person" tesseract-ocr-dan
missing chromium "browser tests" chromium

#!/usr/bin/env bash
# What the tests need beside Python: a browser, a key-value store, a reader of PDF, a spreadsheet and GDAL's commands,
# found or installed (as root), else named.
set -euo pipefail

missing=()
found=
for browser in chromium-headless-shell chromium chromium-browser google-chrome; do command -v $browser >/dev/null && found=$browser && break; done
[ -n "$found" ] || missing+=(chromium-headless-shell)
command -v redis-server >/dev/null || missing+=(redis-server)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
command -v ogrinfo >/dev/null || missing+=(gdal-bin)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "Il manque, pour les tests : ${missing[*]}. Sous Debian : sudo apt-get install ${missing[*]}" >&2
  exit 1
fi

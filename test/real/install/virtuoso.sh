#!/usr/bin/env bash
# Virtuoso 7, from Debian; the service of its own is in another package and is not started. Takes root where it is not
# installed yet.
set -euo pipefail
command -v virtuoso-t >/dev/null && command -v isql-vt >/dev/null && exit
apt-get update --quiet --quiet
DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends virtuoso-opensource-7-bin

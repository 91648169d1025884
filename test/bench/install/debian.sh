#!/usr/bin/env bash
# Virtuoso 7 and wrk, from Debian; its own service of Virtuoso is in another package and is not started. Takes root.
set -euo pipefail
apt-get update --quiet --quiet
apt-get install --yes --quiet --quiet --no-install-recommends virtuoso-opensource-7-bin wrk

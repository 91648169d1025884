#!/usr/bin/env bash
# OpenRefine, from Debian. Takes root where it is not installed yet.
set -euo pipefail
command -v openrefine >/dev/null && exit
apt-get update --quiet --quiet
DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends openrefine

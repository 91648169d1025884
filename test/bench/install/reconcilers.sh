#!/usr/bin/env bash
# csv-reconcile and datasette-reconcile, .bench/reconcilers/bin: reconciliation services over a table. Takes python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=.bench/reconcilers

rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
  csv-reconcile==0.3.2 datasette==0.65.5 datasette-reconcile==0.6.3
"$folder/bin/datasette" --version

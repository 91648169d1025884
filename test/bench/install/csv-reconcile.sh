#!/usr/bin/env bash
# csv-reconcile, .bench/csv-reconcile/bin/flask: a reconciliation service over a table. Takes python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=.bench/csv-reconcile

rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check csv-reconcile==0.3.2
"$folder/bin/csv-reconcile" --help | head -1

#!/usr/bin/env bash
# rdflib and SPARQLWrapper in a virtual environment of their own, .real/python. Takes python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../../.."
wanted=test/real/install/python/requirements.txt
folder=.real/python

cmp -s "$wanted" "$folder/installed" && exit
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$folder/installed"

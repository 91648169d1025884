#!/usr/bin/env bash
# Oxigraph's server, .bench/oxigraph/bin/oxigraph: its Python package brings the program. Takes python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=.bench/oxigraph

rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check oxigraph==0.5.13
"$folder/bin/oxigraph" --version

#!/usr/bin/env bash
# Lighthouse with all that it needs, .real/lighthouse. Takes npm.
set -euo pipefail
cd "$(dirname "$0")/../../.."
wanted=test/real/install/lighthouse
folder=.real/lighthouse

cmp -s "$wanted/package-lock.json" "$folder/installed" && exit
rm -rf "$folder"
mkdir -p "$folder"
cp "$wanted"/package*.json "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
cp "$wanted/package-lock.json" "$folder/installed"

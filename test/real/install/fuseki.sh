#!/usr/bin/env bash
# Apache Jena Fuseki, .real/fuseki: the newest that runs on Java 17, in one jar. Takes Java 17 or newer and Maven.
set -euo pipefail
cd "$(dirname "$0")/../../.."
artifact=org.apache.jena:jena-fuseki-server:5.6.0
folder=.real/fuseki

[ "$(cat "$folder/installed" 2>/dev/null)" = "$artifact" ] && exit
rm -rf "$folder"
mvn --quiet --batch-mode dependency:copy "-Dartifact=$artifact" "-DoutputDirectory=$PWD/$folder" -Dmdep.stripVersion=true
echo "$artifact" >"$folder/installed"

#!/usr/bin/env bash
# Apache Jena Fuseki, .bench/fuseki: the newest that runs on Java 17. Takes Java 17 or newer and Maven.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=.bench/fuseki
artifact=org.apache.jena:jena-fuseki-server:5.6.0

rm -rf "$folder"
mvn --quiet --batch-mode dependency:copy "-Dartifact=$artifact" "-DoutputDirectory=$PWD/$folder"

#!/usr/bin/env bash
# Apache Jena's commands with all that they need, .real/jena. Takes Java 17 or newer and Maven.
set -euo pipefail
cd "$(dirname "$0")/../../.."
wanted=test/real/install/jena/pom.xml
folder=.real/jena

cmp -s "$wanted" "$folder/installed" && exit
rm -rf "$folder"
mvn --quiet --batch-mode --file "$wanted" dependency:copy-dependencies "-DoutputDirectory=$PWD/$folder"
cp "$wanted" "$folder/installed"

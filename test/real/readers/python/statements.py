"""What rdflib reads from files: `statements.py FILE...`, to standard output as one line of JSON for each."""

import json
import sys

import rdflib

# A literal is what the file says, not what Python would make of it.
rdflib.NORMALIZE_LITERALS = False

FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "trig": "trig", "rdf": "xml", "nt": "nt", "nq": "nquads"}

for path in sys.argv[1:]:
    extension = path.rsplit(".", 1)[1]
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(path, format=FORMATS[extension])
    print(json.dumps({"nquads": dataset.serialize(format="nquads")}))

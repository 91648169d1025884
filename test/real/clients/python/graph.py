"""What rdflib asks by itself, without a query of its user. Arguments: the endpoint, a passage, a thing."""

import json
import sys

from rdflib import RDFS, Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, passage, thing = sys.argv[1:]
graph = Graph(SPARQLStore(endpoint))
stated = Graph(SPARQLStore(endpoint), identifier=URIRef(passage))
copy = Graph()
for triple in stated:
    copy.add(triple)

print(
    json.dumps(
        {
            "size": len(graph),
            "passage": copy.serialize(format="nt"),
            "labels": sorted([label.language, str(label)] for label in graph.objects(URIRef(thing), RDFS.label)),
            "graphs": sorted(set(graph.store.contexts())),
            "stating": sorted(set(graph.store.contexts((URIRef(thing), RDFS.label, None)))),
        }
    )
)

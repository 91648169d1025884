"""rdflib's SPARQLStore behind a Graph. Arguments: the endpoint, the store's own options as JSON."""

import json
import sys

from conversation import answer_all, to_reply
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, options = sys.argv[1:]
graph = Graph(SPARQLStore(endpoint, **json.loads(options)))
answer_all(lambda query: to_reply(graph.query(query)))

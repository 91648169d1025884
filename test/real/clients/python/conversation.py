"""A conversation with the tests: a query as a line of JSON comes in, its answer as a line of JSON goes out."""

import json
import sys


def answer_all(answer):
    """Hands every query to `answer`; what it raises goes out by the name of its class."""
    for line in sys.stdin:
        try:
            reply = answer(json.loads(line))
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


def to_reply(result):
    """A result of rdflib: triples as N-Triples, anything else in the SPARQL 1.1 Query Results JSON Format."""
    if result.graph is not None:
        return {"triples": result.graph.serialize(format="nt")}
    return json.loads(result.serialize(format="json"))

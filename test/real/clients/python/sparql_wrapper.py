"""SPARQLWrapper. Arguments: the endpoint and, as JSON, its methods and the formats to ask for; what is not said is left
as SPARQLWrapper has it."""

import io
import json
import re
import sys

from conversation import answer_all, to_reply
from rdflib import Graph
from rdflib.query import Result
from SPARQLWrapper import SPARQLWrapper

endpoint, options = sys.argv[1:]
given = json.loads(options)


def answer(query):
    wrapper = SPARQLWrapper(endpoint)
    # It guesses the form of a query from its first keyword, and overlooks comments only where two never follow on each
    # other: "addition" in the second line of a description would be an update.
    wrapper.setQuery(re.sub("^#.*\n", "", query, flags=re.MULTILINE))
    if "method" in given:
        wrapper.setMethod(given["method"])
    if "requestMethod" in given:
        wrapper.setRequestMethod(given["requestMethod"])
    wanted = "graphFormat" if wrapper.queryType in ("CONSTRUCT", "DESCRIBE") else "tableFormat"
    if wanted in given:
        wrapper.setReturnFormat(given[wanted])
    converted = wrapper.queryAndConvert()
    if isinstance(converted, dict):
        return converted
    if isinstance(converted, Graph):
        return {"triples": converted.serialize(format="nt")}
    if isinstance(converted, bytes):
        return {"triples": Graph().parse(converted, format=given[wanted]).serialize(format="nt")}
    return to_reply(Result.parse(io.BytesIO(converted.toxml("utf-8")), format="xml"))


answer_all(answer)

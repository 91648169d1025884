"""What Python's csv module reads from tables: `tables.py FILE...`, to standard output as one line of JSON for each."""

import csv
import json
import sys

for path in sys.argv[1:]:
    with open(path, newline="", encoding="utf-8") as file:
        print(json.dumps(list(csv.reader(file, strict=True))))

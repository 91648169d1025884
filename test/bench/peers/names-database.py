"""A table of identifiers and names as a SQLite database with an index of words: names-database.py TABLE DATABASE."""

import csv
import sqlite3
import sys

table, database = sys.argv[1:]
with open(table, encoding="utf-8", newline="") as lines:
    rows = [(row["id"], row["name"]) for row in csv.DictReader(lines, delimiter="\t")]
with sqlite3.connect(database) as connection:
    connection.execute("CREATE TABLE things (id TEXT PRIMARY KEY, name TEXT)")
    connection.executemany("INSERT INTO things VALUES (?, ?)", rows)
    connection.execute('CREATE VIRTUAL TABLE things_fts USING fts5(name, content="things")')
    connection.execute("INSERT INTO things_fts (things_fts) VALUES ('rebuild')")

# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the places base. Shared by the tool that writes it and the search that reads it."""

VERSION = 1

# Places are numbered in the order in which they are shown at equal rank: communes first, then
# EPCI, each by decreasing population. « ORDER BY place » is thus the whole ordering of a rank.
# `words` and `inside` are indexes without a text of their own: their rowid is the place.
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE department (code TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    insee TEXT UNIQUE,
    siren TEXT UNIQUE,
    name TEXT NOT NULL,
    population INTEGER,
    department TEXT NOT NULL,
    epci INTEGER
);
CREATE TABLE postal (code TEXT, place INTEGER, PRIMARY KEY (code, place)) WITHOUT ROWID;
CREATE INDEX postal_of_place ON postal (place);
CREATE TABLE former (code TEXT, name TEXT, place INTEGER, PRIMARY KEY (code, name, place))
    WITHOUT ROWID;
CREATE INDEX former_of_place ON former (place);
CREATE TABLE key (text TEXT, place INTEGER, start INTEGER, PRIMARY KEY (text, place, start))
    WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(name, area, content='', detail='column', tokenize='ascii',
    prefix='1 2 3');
CREATE VIRTUAL TABLE inside USING fts5(squeezed, content='', columnsize=0, tokenize='trigram');
"""

# what a row of `key` is a start of
WHOLE, OTHER, WORD, FORMER = range(4)

# the columns of the full-text indexes, as they are filled
INDEXES = {"words": "(rowid, name, area)", "inside": "(rowid, squeezed)"}

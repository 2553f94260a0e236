"""The tables of the decisions' file, and how older ones become today's."""

from __future__ import annotations

from typing import Final

APPLICATION: Final = 0x61727464
"""SQLite's application id of the file: "artd"."""

MIGRATIONS: Final = (
    """
    CREATE TABLE findings (
        id INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL UNIQUE, -- of what tells it from others
        subject TEXT NOT NULL,          -- JSON
        added INTEGER NOT NULL          -- 1: a reviewer made it
    );
    CREATE TABLE decisions (            -- a log: nothing in it is ever changed
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        finding INTEGER NOT NULL REFERENCES findings,
        ruling TEXT NOT NULL,           -- "" for none, as in ground
        ground TEXT NOT NULL,
        note TEXT NOT NULL,
        who TEXT NOT NULL,
        moment TEXT NOT NULL,           -- UTC, sorts as time
        UNIQUE (finding, moment, who, ruling, ground, note)
    );
    CREATE TABLE anchors (              -- hashes of sentences and texts under which a finding is looked for
        hash INTEGER NOT NULL,
        finding INTEGER NOT NULL REFERENCES findings,
        PRIMARY KEY (hash, finding)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE mends (                -- a log as well: which document belongs to which story
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        way TEXT NOT NULL,
        document TEXT NOT NULL,         -- JSON: what it is known by
        other TEXT NOT NULL,            -- JSON, "" for none
        stands INTEGER NOT NULL,        -- 0: taken back
        who TEXT NOT NULL,
        moment TEXT NOT NULL,           -- UTC, sorts as time
        UNIQUE (way, document, other, stands, who, moment)
    );
    """,
)
"""One script a version: the first makes version 1 of nothing, every other the next version of the one before."""
VERSION: Final = len(MIGRATIONS)
READABLE: Final = 1
"""From this version on a file can be read as it is: what it has no table for was never said."""

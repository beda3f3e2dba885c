-- Format 1. Every word of a person is inside `payload`, `body` or `bytes`; the rest is identifiers,
-- counters and times. Identifiers are UUIDs in 16 bytes, digests SHA-256 in 32, times milliseconds UTC.

-- Facts about this file, not about the study.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Merges are events of this file, not operations of the study.
CREATE TABLE merge (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Which operations a merge brought; kept after it was taken back.
CREATE TABLE merge_op (
    merge INTEGER NOT NULL REFERENCES merge (id),
    op BLOB NOT NULL,
    PRIMARY KEY (merge, op)
) STRICT, WITHOUT ROWID;

-- The journal. `seq` is the order of commit in this file and means nothing elsewhere: history is
-- ordered by (lamport, id). `merge` is null for what was first committed here.
CREATE TABLE op (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    lamport INTEGER NOT NULL,
    author BLOB NOT NULL,
    at INTEGER NOT NULL,
    undoes BLOB,
    digest BLOB NOT NULL,
    blanked INTEGER NOT NULL DEFAULT 0,
    merge INTEGER REFERENCES merge (id),
    payload BLOB NOT NULL
) STRICT;

-- Derived from `op`: the current values of each record.
CREATE TABLE record (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    alive INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived from `op`: every version of every field. No foreign key to `op`, which would scan this
-- table for each operation that is detached; `check` compares the two instead.
CREATE TABLE version (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    op BLOB NOT NULL,
    lamport INTEGER NOT NULL,
    head INTEGER NOT NULL,
    PRIMARY KEY (record, field, op)
) STRICT, WITHOUT ROWID;

-- The versions that a packet started from.
CREATE TABLE base (
    record BLOB NOT NULL,
    field TEXT NOT NULL,
    op BLOB NOT NULL,
    PRIMARY KEY (record, field, op)
) STRICT, WITHOUT ROWID;

-- Texts and original files, by the digest of their bytes; `size` is that of the bytes before compression.
CREATE TABLE blob (
    digest BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- The purge set; it only grows.
CREATE TABLE purge (
    item TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

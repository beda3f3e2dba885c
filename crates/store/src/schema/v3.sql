-- Format 3: what a packet started from, with its contents; agreed codings apart from those of coders.

-- The versions that a packet started from, as operations that hold only what was shared: not part of the
-- journal, and never merged anywhere. Empty in every other file.
DROP TABLE base;
CREATE TABLE base (
    op BLOB PRIMARY KEY,
    lamport INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Codings of coders, at their place in the current revision; those to be placed again have no row.
DROP VIEW coding;
CREATE VIEW placed_coding AS
SELECT
    c.id,
    json_extract(c.body, '$."coding.origin".interview') AS interview,
    revision.id AS revision,
    p.start,
    p."end",
    p.state,
    json_extract(c.body, '$."coding.code".code') AS code,
    json_extract(c.body, '$."coding.origin".coder') AS coder,
    json_extract(c.body, '$."coding.origin".layer') AS layer,
    json_extract(c.body, '$."coding.comment".text') AS comment,
    coalesce(json_extract(c.body, '$."coding.state".undecided'), 0) AS undecided,
    json_extract(c.body, '$."coding.agreed".decision') AS decision
FROM live AS c
JOIN place AS p ON p.coding = c.record
JOIN live AS revision ON revision.record = p.revision
WHERE c.kind = 'coding';

CREATE VIEW coding AS
SELECT id, interview, revision, start, "end", state, code, coder, layer, comment, undecided
FROM placed_coding AS c
WHERE decision IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM sealed_work AS sealed
        WHERE sealed.interview = c.interview AND sealed.coder = c.coder
    );

-- What coders agreed on, where no round is sealed.
CREATE VIEW agreed_coding AS
SELECT id, interview, revision, start, "end", state, code, layer, decision
FROM placed_coding AS c
WHERE decision IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sealed_work AS sealed WHERE sealed.interview = c.interview);

-- Codes; `book` is the coder in whose own book one stands until it is adopted.
DROP VIEW code;
CREATE VIEW code AS
SELECT
    id,
    json_extract(body, '$."code.name".name') AS name,
    json_extract(body, '$."code.place".parent') AS parent,
    json_extract(body, '$."code.place".order') AS sort_key,
    json_extract(body, '$."code.level".level') AS level,
    json_extract(body, '$."code.nature".layer') AS layer,
    json_extract(body, '$."code.nature".in_vivo') AS in_vivo,
    json_extract(body, '$."code.definition".definition') AS definition,
    json_extract(body, '$."redirect".into') AS merged_into,
    json_extract(body, '$."code.book".coder') AS book
FROM live
WHERE kind = 'code' AND record NOT IN (SELECT record FROM sealed_code);

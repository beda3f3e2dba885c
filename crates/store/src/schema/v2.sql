-- Format 2: a version names what it replaces, so that the merge rule needs no payload; places; views
-- for other programs (R, Python…). `version` is derived and is filled again by the step that runs this.

DROP TABLE version;
CREATE TABLE version (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    op BLOB NOT NULL,
    lamport INTEGER NOT NULL,
    head INTEGER NOT NULL,
    -- The operations that wrote the versions replaced by this one, 16 bytes each.
    bases BLOB NOT NULL,
    PRIMARY KEY (record, field, op)
) STRICT, WITHOUT ROWID;

-- Derived: where each coding lies in the current revision, in Unicode scalars, half-open.
CREATE TABLE place (
    coding BLOB PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    interview BLOB NOT NULL,
    revision BLOB NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX round ON record (id) WHERE kind = 'round';

-- Records that are not deleted, with the identifier as it is written everywhere else.
CREATE VIEW live AS
SELECT
    id AS record,
    lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4)
        || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) AS id,
    kind,
    CAST(body AS TEXT) AS body
FROM record
WHERE alive = 1;

-- Rounds of double coding that are neither opened nor finished by everybody.
CREATE VIEW sealed_round AS
SELECT
    r.record, r.id, r.body, v.lamport AS set_up_lamport, v.op AS set_up_op
FROM live AS r
JOIN version AS v ON v.record = r.record AND v.field = 'round.setup'
WHERE r.kind = 'round'
    AND json_extract(r.body, '$."round.opened"') IS NULL
    AND EXISTS (
        SELECT 1 FROM json_each(r.body, '$."round.setup".coders') AS coder
        WHERE json_extract(r.body, '$."round.done:' || coder.value || '".done') IS NOT 1
    )
    AND NOT EXISTS (
        SELECT 1 FROM version AS earlier
        WHERE earlier.record = v.record AND earlier.field = v.field
            AND (earlier.lamport, earlier.op) < (v.lamport, v.op)
    );

-- Whose work in which interview is sealed.
CREATE VIEW sealed_work AS
SELECT interview.value AS interview, coder.value AS coder
FROM sealed_round AS round,
    json_each(round.body, '$."round.setup".interviews') AS interview,
    json_each(round.body, '$."round.setup".coders') AS coder;

-- Codes that a coder of a sealed round made since it was set up.
CREATE VIEW sealed_code AS
SELECT DISTINCT born.record
FROM sealed_round AS round,
    json_each(round.body, '$."round.setup".coders') AS coder,
    record AS code
JOIN version AS born ON born.record = code.id
JOIN op ON op.id = born.op
WHERE code.kind = 'code'
    AND lower(hex(op.author)) = replace(coder.value, '-', '')
    AND (born.lamport, born.op) > (round.set_up_lamport, round.set_up_op)
    AND NOT EXISTS (
        SELECT 1 FROM version AS earlier
        WHERE earlier.record = born.record AND (earlier.lamport, earlier.op) < (born.lamport, born.op)
    );

-- Codings at their place in the current revision; those to be placed again have no row.
CREATE VIEW coding AS
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
    coalesce(json_extract(c.body, '$."coding.state".undecided'), 0) AS undecided
FROM live AS c
JOIN place AS p ON p.coding = c.record
JOIN live AS revision ON revision.record = p.revision
WHERE c.kind = 'coding'
    AND NOT EXISTS (
        SELECT 1 FROM sealed_work AS sealed
        WHERE sealed.interview = json_extract(c.body, '$."coding.origin".interview')
            AND sealed.coder = json_extract(c.body, '$."coding.origin".coder')
    );

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
    json_extract(body, '$."redirect".into') AS merged_into
FROM live
WHERE kind = 'code' AND record NOT IN (SELECT record FROM sealed_code);

CREATE VIEW participant AS
SELECT
    p.id,
    json_extract(p.body, '$."participant.name".name') AS name,
    coalesce(json_extract(p.body, '$."participant.status".status'), 'included') AS status,
    -- One JSON object: the attributes' names with this participant's values.
    (
        SELECT json_group_object(
            json_extract(attribute.body, '$."attribute.definition".name'),
            coalesce(json_extract(field.value, '$.value.text'), json_extract(field.value, '$.value.number')))
        FROM json_each(p.body) AS field
        JOIN live AS attribute ON attribute.id = json_extract(field.value, '$.attribute')
        WHERE field.key LIKE 'participant.attribute:%'
    ) AS attributes
FROM live AS p
WHERE p.kind = 'participant';

CREATE VIEW interview AS
SELECT
    id,
    json_extract(body, '$."interview.name".name') AS name,
    coalesce(json_extract(body, '$."interview.status".status'), 'included') AS status,
    json_extract(body, '$."interview.facts".date') AS date,
    json_extract(body, '$."interview.facts".duration_min') AS duration_min,
    json_extract(body, '$."interview.facts".place') AS place,
    json_extract(body, '$."interview.current_revision".revision') AS revision
FROM live
WHERE kind = 'interview';

CREATE VIEW reading AS
SELECT
    id,
    json_extract(body, '$."reading.done".interview') AS interview,
    json_extract(body, '$."reading.done".coder') AS coder,
    json_extract(body, '$."reading.done".at') AS at,
    json_extract(body, '$."reading.done".minutes') AS minutes
FROM live AS r
WHERE kind = 'reading'
    AND NOT EXISTS (
        SELECT 1 FROM sealed_work AS sealed
        WHERE sealed.interview = json_extract(r.body, '$."reading.done".interview')
            AND sealed.coder = json_extract(r.body, '$."reading.done".coder')
    );

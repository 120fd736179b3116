-- Everything of the plan that is not a goal or a round: benefits, changes, roles, protocols, signatures …
-- One table: ``content`` is JSON by field name, and analysis/model/entries.py says which fields a kind has.

CREATE TABLE entry (
    entry_id   BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id BIGINT NOT NULL,
    kind       VARCHAR NOT NULL,
    content    VARCHAR NOT NULL
);

ALTER TABLE milestone ADD COLUMN early_indicator VARCHAR DEFAULT '';
ALTER TABLE milestone ADD COLUMN activity BIGINT;

-- The project's staff list: which target group an employee (a pseudonym) is in.
CREATE TABLE staff (
    project_id      BIGINT NOT NULL,
    employee        VARCHAR NOT NULL,
    target_group_id BIGINT NOT NULL
);

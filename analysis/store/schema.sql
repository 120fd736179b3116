-- Version 1. Later versions are scripts in migrations/.
--
-- No FOREIGN KEY: DuckDB refuses to delete child and parent rows in one transaction, and a purge must be one.
-- tests/store hold that no row is left without its parent.

CREATE TABLE schema_version (version INTEGER NOT NULL);

CREATE SEQUENCE ids;

CREATE TABLE project (
    project_id    BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    organisation  VARCHAR NOT NULL,
    system        VARCHAR NOT NULL,
    go_live       DATE NOT NULL,
    minimum_shown INTEGER NOT NULL CHECK (minimum_shown BETWEEN 3 AND 20),
    is_example    BOOLEAN NOT NULL,
    key_check     VARCHAR,   -- recognises the project's key file without telling the key
    removed_at    TIMESTAMP  -- UTC, as every time here
);

CREATE TABLE target_group (
    target_group_id BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id      BIGINT NOT NULL,
    name            VARCHAR NOT NULL
);

CREATE TABLE workflow (
    workflow_id BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id  BIGINT NOT NULL,
    name        VARCHAR NOT NULL
);

CREATE TABLE goal (
    goal_id            BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id         BIGINT NOT NULL,
    name               VARCHAR NOT NULL,
    indicator          VARCHAR NOT NULL,
    item               VARCHAR NOT NULL,
    denominator        VARCHAR NOT NULL CHECK (denominator IN ('registrations', 'leading_count', 'system_count')),
    target_reduction   DOUBLE NOT NULL,
    months_to_deadline INTEGER NOT NULL
);

CREATE TABLE goal_workflow (
    goal_id     BIGINT NOT NULL,
    workflow_id BIGINT NOT NULL,
    place       INTEGER NOT NULL,
    is_leading  BOOLEAN NOT NULL
);

CREATE TABLE milestone (
    goal_id              BIGINT NOT NULL,
    months_after_go_live INTEGER NOT NULL,
    reduction            DOUBLE NOT NULL
);

-- The numbers of the follow-ups follow from their windows and are not stored.
CREATE TABLE round (
    round_id    BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id  BIGINT NOT NULL,
    is_baseline BOOLEAN NOT NULL,
    starts_on   DATE NOT NULL,
    ends_on     DATE NOT NULL,
    CHECK (starts_on <= ends_on)
);

-- No row: as in the round before. A row without a number: not known.
CREATE TABLE population (
    round_id        BIGINT NOT NULL,
    target_group_id BIGINT NOT NULL,
    employees       INTEGER CHECK (employees > 0)
);

CREATE TABLE system_count (
    goal_id  BIGINT NOT NULL,
    round_id BIGINT NOT NULL,
    cases    BIGINT NOT NULL CHECK (cases > 0)
);

CREATE TABLE upload (
    upload_id   BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    round_id    BIGINT NOT NULL,
    name        VARCHAR NOT NULL,
    sha256      VARCHAR NOT NULL,
    size_bytes  BIGINT NOT NULL,
    kind        VARCHAR NOT NULL,
    grain       VARCHAR NOT NULL,
    mapping     VARCHAR NOT NULL,  -- JSON: columns and labels, never employees
    uploaded_at TIMESTAMP NOT NULL,
    undone_at   TIMESTAMP,
    rows        BIGINT NOT NULL,
    employees   BIGINT NOT NULL,
    first_date  DATE,
    last_date   DATE
);

-- No primary key: its index would cost more than the rows.
CREATE TABLE registration (
    upload_id       BIGINT NOT NULL,
    source_row      BIGINT NOT NULL,
    work_date       DATE,
    employee        VARCHAR NOT NULL,  -- pseudonym
    target_group_id BIGINT NOT NULL,
    workflow_id     BIGINT NOT NULL,
    duration_ms     BIGINT NOT NULL,
    count           BIGINT
);

CREATE TABLE rejected_row (
    upload_id   BIGINT NOT NULL,
    source_row  BIGINT NOT NULL,
    sheet       VARCHAR,
    column_name VARCHAR,
    reason      VARCHAR NOT NULL
);

CREATE TABLE doubt (
    upload_id BIGINT NOT NULL,
    code      VARCHAR NOT NULL,
    rows      BIGINT NOT NULL,
    examples  BIGINT[] NOT NULL
);

CREATE TABLE change_log (
    change_id   BIGINT PRIMARY KEY DEFAULT nextval('ids'),
    project_id  BIGINT NOT NULL,
    changed_at  TIMESTAMP NOT NULL,
    who         VARCHAR NOT NULL,
    entity      VARCHAR NOT NULL,
    entity_id   BIGINT NOT NULL,
    field       VARCHAR NOT NULL,
    from_value  VARCHAR,
    to_value    VARCHAR
);

CREATE TABLE setting (
    name  VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);

-- What counts: registrations of uploads that are not undone.
CREATE VIEW live_registration AS
SELECT registration.*, registration.rowid AS registration_id, upload.round_id
FROM registration JOIN upload USING (upload_id)
WHERE upload.undone_at IS NULL;

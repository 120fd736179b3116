-- Counts, shares, best guesses and early indicators beside time; what an hour is worth; remembered mappings; kept files.

ALTER TABLE project ADD COLUMN net_hours_per_fte DOUBLE;
ALTER TABLE project ADD COLUMN kroner_per_hour DOUBLE;
ALTER TABLE project ADD COLUMN keeps_files BOOLEAN DEFAULT false;

ALTER TABLE goal RENAME COLUMN target_reduction TO target_improvement;
ALTER TABLE goal ADD COLUMN measure VARCHAR DEFAULT 'time';
ALTER TABLE goal ADD COLUMN direction VARCHAR DEFAULT 'less';
ALTER TABLE goal ADD COLUMN target_unit VARCHAR DEFAULT 'relative';
ALTER TABLE goal ADD COLUMN realisation_share DOUBLE DEFAULT 1;
ALTER TABLE milestone RENAME COLUMN reduction TO improvement;

CREATE TABLE volume (
    goal_id         BIGINT NOT NULL,
    target_group_id BIGINT NOT NULL,
    items_per_year  DOUBLE NOT NULL CHECK (items_per_year > 0)
);

-- An early indicator is a workflow of its own sort: it is in no goal and has values instead of cases.
ALTER TABLE workflow ADD COLUMN is_indicator BOOLEAN DEFAULT false;

ALTER TABLE upload ADD COLUMN measurement VARCHAR DEFAULT 'time';
ALTER TABLE upload ADD COLUMN overlap VARCHAR;  -- the analyst's word on rows that an earlier upload has too

-- DuckDB drops no view for a change of its table, so it is made anew.
DROP VIEW live_registration;
ALTER TABLE registration ALTER COLUMN employee DROP NOT NULL;
ALTER TABLE registration ALTER COLUMN target_group_id DROP NOT NULL;
ALTER TABLE registration ALTER COLUMN duration_ms DROP NOT NULL;
ALTER TABLE registration ADD COLUMN total BIGINT;
ALTER TABLE registration ADD COLUMN value DOUBLE;

CREATE VIEW live_registration AS
SELECT registration.*, registration.rowid AS registration_id, upload.round_id, upload.measurement
FROM registration JOIN upload USING (upload_id)
WHERE upload.undone_at IS NULL;

-- What the analyst said of files with these column names, never anybody's name. ``answers`` is JSON.
CREATE TABLE remembered_mapping (
    project_id  BIGINT NOT NULL,
    measurement VARCHAR NOT NULL,
    headers     VARCHAR NOT NULL,  -- hash of the normalised header row
    answers     VARCHAR NOT NULL,
    told_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (project_id, measurement, headers)
);

-- Only where the project keeps files; written with the upload, after the check for personal numbers.
CREATE TABLE original_file (
    upload_id BIGINT NOT NULL,
    content   BLOB NOT NULL
);

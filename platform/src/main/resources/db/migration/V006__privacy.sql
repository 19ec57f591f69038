-- Keys, and the record of who looked at what and why.

-- Data keys, each wrapped by the key-encryption key of its use, which is in the data folder and never here.
CREATE TABLE data_key (
  tenant_id   uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id          uuid NOT NULL DEFAULT uuidv7(),
  key_use     text NOT NULL CHECK (key_use IN
                ('charge', 'receipt', 'dispute', 'fiscal_record', 'operations', 'statistics', 'visit_link')),
  -- which version of the key-encryption key
  wrapped_by  int NOT NULL CHECK (wrapped_by > 0),
  wrapped_key bytea NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  -- from then on only for reading
  retired_at  timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX data_key_in_use ON data_key (tenant_id, key_use) WHERE retired_at IS NULL;
CALL make_tenant_table('data_key');
-- A purpose sees its own keys only. The link's key serves those who may read the link, and operations, who write it.
CREATE POLICY own_use ON data_key AS RESTRICTIVE USING (
  current_user = 'openaisle_' || key_use
  OR current_user IN ('openaisle_keys', 'openaisle_retention')
  OR key_use = 'visit_link' AND current_user IN
    ('openaisle_charge', 'openaisle_receipt', 'openaisle_dispute', 'openaisle_operations'));
GRANT SELECT, INSERT, UPDATE (retired_at) ON data_key TO
  openaisle_charge, openaisle_receipt, openaisle_dispute, openaisle_fiscal_record, openaisle_operations, openaisle_statistics;
GRANT SELECT, UPDATE (wrapped_by, wrapped_key) ON data_key TO openaisle_keys;
GRANT SELECT (tenant_id, id, retired_at), DELETE ON data_key TO openaisle_retention;

-- Every access to personal data that no routine makes. Each entry holds the hash of the one before: nothing can be taken out or changed
-- without showing. There is no right to update, for anybody.
CREATE TABLE access_entry (
  tenant_id     uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  sequence      bigint NOT NULL CHECK (sequence > 0),
  at            timestamptz NOT NULL,
  actor_kind    text NOT NULL CHECK (actor_kind IN ('staff', 'device', 'shopper', 'system')),
  actor_id      text NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('charge', 'receipt', 'dispute', 'fiscal_record', 'operations', 'statistics')),
  action        text NOT NULL CHECK (action IN ('read', 'export', 'correct', 'erase')),
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (tenant_id, sequence)
);
CREATE INDEX access_entry_subject ON access_entry (tenant_id, subject_kind, subject_id);
CALL make_tenant_table('access_entry');

CREATE TABLE access_checkpoint (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  sequence  bigint NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  -- when the entry was made
  entry_at  timestamptz NOT NULL,
  signed_at timestamptz NOT NULL,
  key_id    text NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (tenant_id, sequence)
);
CALL make_tenant_table('access_checkpoint');

CREATE TABLE retention_run (
  tenant_id   uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id          uuid NOT NULL DEFAULT uuidv7(),
  rule        text NOT NULL,
  -- what was older had to go
  horizon     timestamptz NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  removed     bigint CHECK (removed >= 0),
  PRIMARY KEY (tenant_id, id)
);
CALL make_tenant_table('retention_run');

GRANT SELECT, INSERT ON access_entry, access_checkpoint TO
  openaisle_charge, openaisle_receipt, openaisle_dispute, openaisle_fiscal_record, openaisle_operations, openaisle_statistics;
GRANT SELECT (tenant_id, sequence, at), DELETE ON access_entry TO openaisle_retention;
GRANT SELECT, DELETE ON access_checkpoint TO openaisle_retention;
GRANT SELECT, INSERT, UPDATE (finished_at, removed) ON retention_run TO openaisle_retention;
GRANT SELECT ON retention_run TO openaisle_operations;

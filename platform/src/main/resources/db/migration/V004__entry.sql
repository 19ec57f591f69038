-- What gates need to let people in without asking anybody: the keys with which entry codes are checked, and whom not to let in.

CREATE TABLE entry_key (
  tenant_id   uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id          uuid NOT NULL DEFAULT uuidv7(),
  public_key  bytea NOT NULL,
  -- signs entry codes; under the key of operations
  private_key_sealed bytea NOT NULL,
  valid_from  timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (valid_until > valid_from)
);
CALL make_tenant_table('entry_key');

CREATE TABLE entry_denial (
  tenant_id    uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id           uuid NOT NULL DEFAULT uuidv7(),
  -- HMAC-SHA256 of what the entry code says about its holder, by the key that comes from this data key
  key_id       uuid NOT NULL,
  subject_hash bytea NOT NULL CHECK (length(subject_hash) = 32),
  reason       text NOT NULL CHECK (reason IN ('unpaid', 'banned', 'code_stolen')),
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (expires_at > created_at)
);
CREATE INDEX entry_denial_end ON entry_denial (tenant_id, expires_at);
CALL make_tenant_table('entry_denial');

GRANT SELECT, INSERT, DELETE ON entry_key TO openaisle_operations;
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_denial TO openaisle_operations;
GRANT SELECT, INSERT, UPDATE (expires_at) ON entry_denial TO openaisle_charge;
GRANT SELECT (tenant_id, id, expires_at), DELETE ON entry_denial TO openaisle_retention;
GRANT SELECT (tenant_id, id, valid_until), DELETE ON entry_key TO openaisle_retention;

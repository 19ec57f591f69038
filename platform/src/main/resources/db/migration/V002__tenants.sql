-- Retailers, their stores and staff, and the devices in the stores.

CREATE TABLE tenant (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at  timestamptz
);
CALL make_tenant_table('tenant', 'id');

CREATE TABLE store (
  tenant_id  uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id         uuid NOT NULL DEFAULT uuidv7(),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  time_zone  text NOT NULL,
  currency   char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at  timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CALL make_tenant_table('store');

CREATE TABLE staff (
  tenant_id  uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id         uuid NOT NULL DEFAULT uuidv7(),
  -- what an authenticator knows a person by: random, says nothing
  handle     bytea NOT NULL UNIQUE CHECK (length(handle) BETWEEN 16 AND 64),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role       text NOT NULL CHECK (role IN ('owner', 'manager', 'associate', 'reviewer', 'auditor')),
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CALL make_tenant_table('staff');

-- The stores that somebody works in. Owners and auditors have none: they see all.
CREATE TABLE staff_store (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  staff_id  uuid NOT NULL,
  store_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, staff_id, store_id),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('staff_store');

-- A code with which somebody signs in once, to register a passkey.
CREATE TABLE sign_in_code (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  id         uuid NOT NULL DEFAULT uuidv7(),
  staff_id   uuid NOT NULL,
  code_hash  bytea NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff ON DELETE CASCADE
);
CALL make_tenant_table('sign_in_code');

CREATE TABLE passkey (
  tenant_id       uuid NOT NULL DEFAULT current_tenant(),
  credential_id   bytea NOT NULL UNIQUE,
  staff_id        uuid NOT NULL,
  public_key      bytea NOT NULL,
  signature_count bigint NOT NULL DEFAULT 0,
  user_verified   boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  transports      text NOT NULL DEFAULT '',
  attestation     bytea,
  client_data     bytea,
  label           text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  created_at      timestamptz NOT NULL DEFAULT now(),
  last_used_at    timestamptz,
  PRIMARY KEY (tenant_id, credential_id),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff ON DELETE CASCADE
);
CALL make_tenant_table('passkey');

-- Who is signed in. The browser holds the token, this table its hash.
CREATE TABLE staff_session (
  tenant_id    uuid NOT NULL DEFAULT current_tenant(),
  token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  staff_id     uuid NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, staff_id) REFERENCES staff ON DELETE CASCADE
);
CALL make_tenant_table('staff_session');

CREATE TABLE device (
  tenant_id    uuid NOT NULL DEFAULT current_tenant(),
  id           uuid NOT NULL DEFAULT uuidv7(),
  store_id     uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('store_node', 'gate', 'kiosk')),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- the device made the pair of keys and keeps the private one; X.509 SubjectPublicKeyInfo, and its SHA-256
  public_key   bytea NOT NULL,
  key_hash     bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  enrolled_at  timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('device');

CREATE TABLE enrolment_code (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  id         uuid NOT NULL DEFAULT uuidv7(),
  store_id   uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('store_node', 'gate', 'kiosk')),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  code_hash  bytea NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  device_id  uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, created_by) REFERENCES staff ON DELETE SET NULL (created_by),
  FOREIGN KEY (tenant_id, device_id) REFERENCES device
);
CALL make_tenant_table('enrolment_code');

GRANT SELECT, INSERT, UPDATE ON tenant, store, staff, passkey, staff_session, sign_in_code, device, enrolment_code TO openaisle_operations;
GRANT DELETE ON staff, passkey, staff_session TO openaisle_operations;
GRANT SELECT, INSERT, DELETE ON staff_store TO openaisle_operations;
GRANT SELECT ON tenant, store TO openaisle_charge, openaisle_receipt, openaisle_dispute, openaisle_fiscal_record, openaisle_statistics;

-- Looking up whose a thing is, across tenants, by what only its holder can know. No names.
GRANT SELECT (id, closed_at) ON tenant TO openaisle_directory;
GRANT SELECT (tenant_id, id, handle, removed_at) ON staff TO openaisle_directory;
GRANT SELECT (tenant_id, staff_id, code_hash, expires_at, used_at) ON sign_in_code TO openaisle_directory;
GRANT SELECT (tenant_id, staff_id, credential_id) ON passkey TO openaisle_directory;
GRANT SELECT (tenant_id, staff_id, token_hash, expires_at) ON staff_session TO openaisle_directory;
GRANT SELECT (tenant_id, id, store_id, kind, public_key, key_hash, revoked_at) ON device TO openaisle_directory;
GRANT SELECT (tenant_id, id, code_hash, expires_at, used_at) ON enrolment_code TO openaisle_directory;
CREATE POLICY directory ON tenant FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON staff FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON sign_in_code FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON passkey FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON staff_session FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON device FOR SELECT TO openaisle_directory USING (true);
CREATE POLICY directory ON enrolment_code FOR SELECT TO openaisle_directory USING (true);

GRANT SELECT (tenant_id, id, removed_at), DELETE ON staff TO openaisle_retention;
GRANT SELECT (tenant_id, id, expires_at), DELETE ON sign_in_code TO openaisle_retention;
GRANT SELECT (tenant_id, id, expires_at), DELETE ON enrolment_code TO openaisle_retention;
GRANT SELECT (tenant_id, token_hash, expires_at), DELETE ON staff_session TO openaisle_retention;

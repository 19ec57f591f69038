-- Who may do what, before there is anything to do it with.
--
-- The owner (who runs these files) owns the tables. The platform connects as openaisle_runtime, which owns nothing, inherits nothing and
-- may read no tenant's table. For each transaction it becomes one of the roles below and names one tenant, both until the transaction ends.
-- Roles belong to the server, not to the database: on a server that has them already they are used as they are.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    -- one for each purpose for which personal data may be used
    'charge', 'receipt', 'dispute', 'fiscal_record', 'operations', 'statistics',
    -- finds out whose a key, a credential or a session is, before a tenant is known; sees nothing else
    'directory',
    -- deletes what has had its time; reads no content
    'retention',
    -- wraps data keys anew when a key-encryption key is replaced
    'keys']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'openaisle_' || name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', 'openaisle_' || name);
    END IF;
    EXECUTE format('GRANT %I TO openaisle_runtime WITH INHERIT FALSE, SET TRUE', 'openaisle_' || name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', 'openaisle_' || name);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO openaisle_runtime;

-- Prices of a product must not overlap in time: an exclusion constraint over uuid and a range needs it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The tenant of this transaction; null when none was set. Null equals nothing, so that without a tenant there are no rows. A setting that was
-- once set locally comes back as an empty text, not as null.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('openaisle.tenant', true), '')::uuid;

-- Makes a table a tenant's: rows of other tenants do not exist, for the owner neither. Every table with a tenant_id goes through here.
CREATE PROCEDURE make_tenant_table(tenant_table regclass, tenant_column text DEFAULT 'tenant_id') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('CREATE POLICY own_tenant ON %s USING (%I = current_tenant()) WITH CHECK (%I = current_tenant())',
    tenant_table, tenant_column, tenant_column);
END $$;
REVOKE EXECUTE ON PROCEDURE make_tenant_table FROM PUBLIC;

-- Which module has been told of which event; the form is Spring Modulith's. Events carry ids, nothing personal.
CREATE TABLE event_publication (
  id                     uuid PRIMARY KEY,
  listener_id            text NOT NULL,
  event_type             text NOT NULL,
  serialized_event       text NOT NULL,
  publication_date       timestamptz NOT NULL,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
CREATE INDEX event_publication_content ON event_publication USING hash (serialized_event);
CREATE INDEX event_publication_completion ON event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON event_publication TO openaisle_runtime;
-- Within a tenant's transaction events are only added: what others published is nobody's business there.
GRANT INSERT ON event_publication TO openaisle_charge, openaisle_receipt, openaisle_dispute, openaisle_operations;

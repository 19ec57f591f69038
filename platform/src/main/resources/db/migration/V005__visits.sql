-- What stores tell, and what became of it.

-- Every event as it came, once. Its key makes whatever is sent again count once. It is applied in the transaction that stores it.
CREATE TABLE inbox_event (
  tenant_id   uuid NOT NULL DEFAULT current_tenant(),
  source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  event_id    text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 100),
  store_id    uuid NOT NULL,
  device_id   uuid NOT NULL,
  type        text NOT NULL,
  sequence    bigint NOT NULL CHECK (sequence >= 0),
  happened_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  data        jsonb NOT NULL,
  PRIMARY KEY (tenant_id, source, event_id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, device_id) REFERENCES device
);
CREATE INDEX inbox_event_received ON inbox_event (tenant_id, received_at);
CALL make_tenant_table('inbox_event');

CREATE TABLE visit (
  tenant_id        uuid NOT NULL DEFAULT current_tenant(),
  id               uuid NOT NULL DEFAULT uuidv7(),
  store_id         uuid NOT NULL,
  -- what the store node calls the visit; null once it has been forgotten
  token            text CHECK (length(token) BETWEEN 1 AND 100),
  scanned          boolean NOT NULL DEFAULT true,
  state            text NOT NULL
                     CHECK (state IN ('entered', 'shopping', 'left', 'decided', 'in_review', 'settled', 'abandoned')),
  staff            boolean NOT NULL DEFAULT false,
  announced_people smallint NOT NULL DEFAULT 1 CHECK (announced_people BETWEEN 0 AND 1000),
  seen_people      smallint NOT NULL DEFAULT 0 CHECK (seen_people BETWEEN 0 AND 1000),
  entered_at       timestamptz,
  last_event_at    timestamptz NOT NULL,
  left_at          timestamptz,
  decided_at       timestamptz,
  decided_event    text COLLATE "C",
  review           boolean NOT NULL DEFAULT false,
  settled_at       timestamptz,
  abandoned_at     timestamptz,
  abandoned_why    text CHECK (abandoned_why IN ('lost_track', 'closing_time', 'outage')),
  confidence       numeric(7, 6) CHECK (confidence BETWEEN 0 AND 1),
  -- counts the changes of the cart and the state, for those who watch
  revision         bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, store_id, token),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  CHECK ((state = 'abandoned') = (abandoned_at IS NOT NULL AND abandoned_why IS NOT NULL))
) WITH (fillfactor = 80);
-- Without last_event_at, which every event changes: an update that touches no index stays on its page.
CREATE INDEX visit_open ON visit (tenant_id, store_id) WHERE state IN ('entered', 'shopping', 'left');
CREATE INDEX visit_of_store ON visit (tenant_id, store_id, id);
CALL make_tenant_table('visit');

-- Which state may follow on which; the platform's enumeration of states says the same, and a test compares them.
CREATE FUNCTION refuse_wrong_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (CASE OLD.state
    WHEN 'entered' THEN NEW.state IN ('shopping', 'left', 'decided', 'in_review', 'abandoned')
    WHEN 'shopping' THEN NEW.state IN ('left', 'decided', 'in_review', 'abandoned')
    WHEN 'left' THEN NEW.state IN ('decided', 'in_review', 'abandoned')
    WHEN 'decided' THEN NEW.state IN ('in_review', 'settled')
    WHEN 'in_review' THEN NEW.state IN ('decided', 'settled')
    WHEN 'abandoned' THEN NEW.state IN ('decided', 'in_review', 'settled')
    ELSE false
  END) THEN
    RAISE EXCEPTION 'a visit that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_state BEFORE UPDATE OF state ON visit FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_wrong_state();

-- The live cart: provisional. (shown_at, sequence, event_id) orders what arrives out of order; what was put back stays with quantity 0.
CREATE TABLE cart_line (
  tenant_id   uuid NOT NULL DEFAULT current_tenant(),
  visit_id    uuid NOT NULL,
  gtin        char(14) NOT NULL,
  quantity    int NOT NULL CHECK (quantity >= 0),
  probability numeric(7, 6) NOT NULL CHECK (probability BETWEEN 0 AND 1),
  happened_at timestamptz NOT NULL,
  shown_at    timestamptz NOT NULL,
  sequence    bigint NOT NULL,
  event_id    text NOT NULL COLLATE "C",
  -- the visit's when the line changed last
  revision    bigint NOT NULL,
  PRIMARY KEY (tenant_id, visit_id, gtin),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE
) WITH (fillfactor = 80);
CALL make_tenant_table('cart_line');

-- The receipt's lines, final.
CREATE TABLE decided_line (
  tenant_id    uuid NOT NULL DEFAULT current_tenant(),
  visit_id     uuid NOT NULL,
  gtin         char(14) NOT NULL,
  quantity     int NOT NULL CHECK (quantity > 0),
  probability  numeric(7, 6) NOT NULL CHECK (probability BETWEEN 0 AND 1),
  -- where the store node keeps why
  evidence_ref text NOT NULL CHECK (length(evidence_ref) BETWEEN 1 AND 200),
  PRIMARY KEY (tenant_id, visit_id, gtin),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE
);
CALL make_tenant_table('decided_line');

-- The only place that says whose a visit was. The shopper's id is under the link's own key; the hash (keyed too) finds it again. When the
-- link ends, the visit is anonymous.
CREATE TABLE visit_shopper (
  tenant_id      uuid NOT NULL DEFAULT current_tenant(),
  visit_id       uuid NOT NULL,
  shopper_sealed bytea NOT NULL,
  shopper_hash   bytea NOT NULL CHECK (length(shopper_hash) = 32),
  linked_at      timestamptz NOT NULL DEFAULT now(),
  ends_at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, visit_id),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE,
  CHECK (ends_at > linked_at)
);
CREATE INDEX visit_shopper_hash ON visit_shopper (tenant_id, shopper_hash);
CREATE INDEX visit_shopper_end ON visit_shopper (tenant_id, ends_at);
CALL make_tenant_table('visit_shopper');

CREATE TABLE stock (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  store_id   uuid NOT NULL,
  plate_id   text NOT NULL,
  gtin       char(14) NOT NULL,
  quantity   int NOT NULL CHECK (quantity >= 0),
  changed_at timestamptz NOT NULL,
  sequence   bigint NOT NULL,
  event_id   text NOT NULL COLLATE "C",
  PRIMARY KEY (tenant_id, store_id, plate_id, gtin),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('stock');

CREATE TABLE sensor_health (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  store_id   uuid NOT NULL,
  sensor_id  text NOT NULL,
  state      text NOT NULL CHECK (state IN ('good', 'silent', 'stuck', 'noisy', 'drifting')),
  message    text NOT NULL CHECK (length(message) <= 500),
  changed_at timestamptz NOT NULL,
  sequence   bigint NOT NULL,
  event_id   text NOT NULL COLLATE "C",
  PRIMARY KEY (tenant_id, store_id, sensor_id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('sensor_health');

-- How far each device has come: the latest time that it has told of, and when it was heard last.
CREATE TABLE device_pulse (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  device_id uuid NOT NULL,
  store_id  uuid NOT NULL,
  told_at   timestamptz NOT NULL,
  heard_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, device_id),
  FOREIGN KEY (tenant_id, device_id) REFERENCES device,
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
) WITH (fillfactor = 50);
CALL make_tenant_table('device_pulse');

-- Something that an associate should look at. The subject makes that one cause raises one alert. Open as long as its cause has not
-- cleared and nobody has closed it.
CREATE TABLE alert (
  tenant_id       uuid NOT NULL DEFAULT current_tenant(),
  id              uuid NOT NULL DEFAULT uuidv7(),
  store_id        uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('unscanned', 'party_larger', 'visit_lost', 'sensor', 'device_silent')),
  subject         text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  visit_id        uuid,
  raised_at       timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  cleared_at      timestamptz,
  closed_at       timestamptz,
  closed_by       uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, store_id, kind, subject),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, acknowledged_by) REFERENCES staff ON DELETE SET NULL (acknowledged_by),
  FOREIGN KEY (tenant_id, closed_by) REFERENCES staff ON DELETE SET NULL (closed_by)
);
CREATE INDEX alert_of_store ON alert (tenant_id, store_id, id);
CALL make_tenant_table('alert');

GRANT SELECT, INSERT ON inbox_event TO openaisle_operations;
GRANT SELECT, INSERT, UPDATE ON visit, alert, stock, sensor_health, device_pulse TO openaisle_operations;
GRANT SELECT, INSERT, UPDATE, DELETE ON cart_line TO openaisle_operations;
GRANT SELECT, INSERT, DELETE ON decided_line TO openaisle_operations;
-- Operations link a visit when its code is accepted; whose it was they cannot read back.
GRANT INSERT ON visit_shopper TO openaisle_operations;

GRANT SELECT ON visit, decided_line, visit_shopper TO openaisle_charge, openaisle_receipt, openaisle_dispute;
GRANT UPDATE (state, settled_at) ON visit TO openaisle_charge;
GRANT UPDATE (ends_at) ON visit_shopper TO openaisle_charge, openaisle_dispute;
GRANT UPDATE (state) ON visit TO openaisle_dispute;
GRANT UPDATE (quantity, probability), DELETE, INSERT ON decided_line TO openaisle_dispute;
GRANT SELECT (tenant_id, id, store_id, state, entered_at, left_at, decided_at, settled_at) ON visit TO openaisle_fiscal_record;
GRANT SELECT ON decided_line TO openaisle_fiscal_record;
-- Statistics count visits; they do not follow one.
GRANT SELECT (tenant_id, id, store_id, state, staff, announced_people, entered_at, left_at, decided_at, abandoned_why, confidence) ON visit
  TO openaisle_statistics;
GRANT SELECT (tenant_id, visit_id, gtin, quantity, probability) ON decided_line TO openaisle_statistics;
GRANT SELECT ON stock, sensor_health TO openaisle_statistics;

GRANT SELECT (tenant_id, source, event_id, received_at), DELETE ON inbox_event TO openaisle_retention;
GRANT SELECT (tenant_id, id, token, state, last_event_at, settled_at, abandoned_at), UPDATE (token), DELETE ON visit TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id, shown_at), DELETE ON cart_line TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id), DELETE ON decided_line TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id, ends_at), DELETE ON visit_shopper TO openaisle_retention;
GRANT SELECT (tenant_id, id, raised_at, closed_at), DELETE ON alert TO openaisle_retention;

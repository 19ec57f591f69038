-- What stores tell, and what became of it.

-- Every event as it came, once. Its key makes whatever is sent again count once.
CREATE TABLE inbox_event (
  tenant_id   uuid NOT NULL DEFAULT current_tenant(),
  source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  event_id    text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 100),
  store_id    uuid NOT NULL,
  device_id   uuid NOT NULL,
  type        text NOT NULL,
  happened_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  data        jsonb NOT NULL,
  applied_at  timestamptz,
  PRIMARY KEY (tenant_id, source, event_id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, device_id) REFERENCES device
);
CREATE INDEX inbox_event_received ON inbox_event (tenant_id, received_at);
CREATE INDEX inbox_event_pending ON inbox_event (tenant_id, received_at) WHERE applied_at IS NULL;
CALL make_tenant_table('inbox_event');

CREATE TABLE visit (
  tenant_id        uuid NOT NULL DEFAULT current_tenant(),
  id               uuid NOT NULL DEFAULT uuidv7(),
  store_id         uuid NOT NULL,
  -- null: people who came in without a scan
  token            text CHECK (length(token) BETWEEN 1 AND 100),
  state            text NOT NULL
                     CHECK (state IN ('entered', 'shopping', 'left', 'decided', 'in_review', 'settled', 'abandoned')),
  staff            boolean NOT NULL DEFAULT false,
  announced_people smallint NOT NULL DEFAULT 1 CHECK (announced_people BETWEEN 0 AND 1000),
  seen_people      smallint NOT NULL DEFAULT 0 CHECK (seen_people BETWEEN 0 AND 1000),
  entered_at       timestamptz,
  last_event_at    timestamptz NOT NULL,
  left_at          timestamptz,
  decided_at       timestamptz,
  settled_at       timestamptz,
  abandoned_at     timestamptz,
  abandoned_why    text CHECK (abandoned_why IN ('lost_track', 'closing_time', 'outage')),
  confidence       numeric(7, 6) CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, store_id, token),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  CHECK ((state = 'abandoned') = (abandoned_at IS NOT NULL AND abandoned_why IS NOT NULL))
);
CREATE INDEX visit_open ON visit (tenant_id, store_id, last_event_at) WHERE state IN ('entered', 'shopping', 'left');
CREATE INDEX visit_entered ON visit (tenant_id, store_id, entered_at);
CALL make_tenant_table('visit');

-- The live cart: provisional. shown_at orders what arrives out of order.
CREATE TABLE cart_line (
  tenant_id   uuid NOT NULL DEFAULT current_tenant(),
  visit_id    uuid NOT NULL,
  gtin        char(14) NOT NULL,
  quantity    int NOT NULL CHECK (quantity >= 0),
  probability numeric(7, 6) NOT NULL CHECK (probability BETWEEN 0 AND 1),
  happened_at timestamptz NOT NULL,
  shown_at    timestamptz NOT NULL,
  event_id    text NOT NULL,
  PRIMARY KEY (tenant_id, visit_id, gtin),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE
);
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
  event_id   text NOT NULL,
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
  event_id   text NOT NULL,
  PRIMARY KEY (tenant_id, store_id, sensor_id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('sensor_health');

-- Something that an associate should look at. The subject makes that one cause raises one alert.
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
  closed_at       timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, store_id, kind, subject),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, visit_id) REFERENCES visit ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, acknowledged_by) REFERENCES staff ON DELETE SET NULL (acknowledged_by)
);
CREATE INDEX alert_open ON alert (tenant_id, store_id, raised_at) WHERE closed_at IS NULL;
CALL make_tenant_table('alert');

GRANT SELECT, INSERT, UPDATE ON inbox_event, visit, alert, stock, sensor_health TO openaisle_operations;
GRANT SELECT, INSERT, UPDATE, DELETE ON cart_line TO openaisle_operations;
GRANT SELECT, INSERT ON decided_line TO openaisle_operations;
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

GRANT SELECT (tenant_id, source, event_id, received_at, applied_at), DELETE ON inbox_event TO openaisle_retention;
GRANT SELECT (tenant_id, id, token, state, last_event_at, settled_at, abandoned_at), UPDATE (token), DELETE ON visit TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id, shown_at), DELETE ON cart_line TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id), DELETE ON decided_line TO openaisle_retention;
GRANT SELECT (tenant_id, visit_id, ends_at), DELETE ON visit_shopper TO openaisle_retention;
GRANT SELECT (tenant_id, id, raised_at, closed_at), DELETE ON alert TO openaisle_retention;

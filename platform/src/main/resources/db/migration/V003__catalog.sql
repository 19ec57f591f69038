-- What a store sells, at which price, and where it stands. Nothing here is personal.

CREATE TABLE product (
  tenant_id        uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id               uuid NOT NULL DEFAULT uuidv7(),
  -- the GTIN-14 by which engine, carts and receipts know the product; further ones are in barcode
  gtin             char(14) NOT NULL CHECK (gtin ~ '^[0-9]{14}$'),
  name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  category         text,
  weight_grams     numeric(9, 2) NOT NULL CHECK (weight_grams > 0),
  weight_sd_grams  numeric(9, 2) NOT NULL CHECK (weight_sd_grams >= 0),
  -- share of the net price
  vat_rate         numeric(5, 4) NOT NULL CHECK (vat_rate BETWEEN 0 AND 1),
  minimum_age      smallint NOT NULL DEFAULT 0 CHECK (minimum_age BETWEEN 0 AND 99),
  changed_at       timestamptz NOT NULL DEFAULT now(),
  withdrawn_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, gtin)
);
CALL make_tenant_table('product');

CREATE TABLE barcode (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  gtin       char(14) NOT NULL CHECK (gtin ~ '^[0-9]{14}$'),
  product_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, gtin),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product ON DELETE CASCADE
);
CREATE INDEX barcode_of_product ON barcode (tenant_id, product_id);
CALL make_tenant_table('barcode');

CREATE TABLE price (
  tenant_id    uuid NOT NULL DEFAULT current_tenant(),
  id           uuid NOT NULL DEFAULT uuidv7(),
  product_id   uuid NOT NULL,
  -- null: in every store that has no price of its own
  store_id     uuid,
  -- of one unit, tax included, in the currency's minor unit
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency     char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  CHECK (ends_at > starts_at),
  CONSTRAINT one_price_at_a_time EXCLUDE USING gist (
    tenant_id WITH =, product_id WITH =, currency WITH =,
    (coalesce(store_id, '00000000-0000-0000-0000-000000000000')) WITH =,
    tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX price_of_product ON price (tenant_id, product_id, starts_at);
CALL make_tenant_table('price');

CREATE TABLE promotion (
  tenant_id       uuid NOT NULL DEFAULT current_tenant(),
  id              uuid NOT NULL DEFAULT uuidv7(),
  store_id        uuid,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind            text NOT NULL CHECK (kind IN ('percent_off', 'amount_off', 'pay_fewer')),
  percent_off     numeric(5, 2) CHECK (percent_off > 0 AND percent_off <= 100),
  amount_off_minor bigint CHECK (amount_off_minor > 0),
  -- pay_fewer: of so many units taken, so many are paid
  units_taken     int CHECK (units_taken > 1),
  units_paid      int CHECK (units_paid > 0),
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  CHECK (ends_at > starts_at),
  CHECK ((kind = 'percent_off') = (percent_off IS NOT NULL)),
  CHECK ((kind = 'amount_off') = (amount_off_minor IS NOT NULL)),
  CHECK ((kind = 'pay_fewer') = (units_taken IS NOT NULL AND units_paid IS NOT NULL AND units_paid < units_taken))
);
CALL make_tenant_table('promotion');

CREATE TABLE promotion_product (
  tenant_id    uuid NOT NULL DEFAULT current_tenant(),
  promotion_id uuid NOT NULL,
  product_id   uuid NOT NULL,
  PRIMARY KEY (tenant_id, promotion_id, product_id),
  FOREIGN KEY (tenant_id, promotion_id) REFERENCES promotion ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, product_id) REFERENCES product ON DELETE CASCADE
);
CALL make_tenant_table('promotion_product');

CREATE TABLE planogram_row (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  store_id   uuid NOT NULL,
  plate_id   text NOT NULL CHECK (length(plate_id) BETWEEN 1 AND 100),
  -- side by side, from the plate's beginning
  position   smallint NOT NULL CHECK (position >= 0),
  product_id uuid NOT NULL,
  -- null: as many as the weight says
  quantity   int CHECK (quantity >= 0),
  PRIMARY KEY (tenant_id, store_id, plate_id, position),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store,
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CALL make_tenant_table('planogram_row');

-- What the retailer or one store has set otherwise than the defaults.
CREATE TABLE setting (
  tenant_id  uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant,
  id         uuid NOT NULL DEFAULT uuidv7(),
  store_id   uuid,
  name       text NOT NULL CHECK (name ~ '^[a-z][a-z.-]{0,99}$'),
  value      jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, store_id, name),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('setting');

-- Every version of what devices were given, byte for byte. Of the part entry the bytes are not kept: they name people who are not let in.
CREATE TABLE configuration_version (
  tenant_id  uuid NOT NULL DEFAULT current_tenant(),
  store_id   uuid NOT NULL,
  part       text NOT NULL CHECK (part IN ('layout', 'catalog', 'planogram', 'entry', 'settings')),
  version    bigint NOT NULL CHECK (version > 0),
  etag       text NOT NULL,
  content    bytea CHECK ((content IS NULL) = (part = 'entry')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, store_id, part, version),
  FOREIGN KEY (tenant_id, store_id) REFERENCES store
);
CALL make_tenant_table('configuration_version');

GRANT SELECT, INSERT, UPDATE, DELETE ON product, barcode, price, promotion, promotion_product, planogram_row, setting TO openaisle_operations;
GRANT SELECT, INSERT ON configuration_version TO openaisle_operations;
GRANT SELECT (tenant_id, store_id, part, version, created_at), DELETE ON configuration_version TO openaisle_retention;
GRANT SELECT ON product, barcode, price, promotion, promotion_product
  TO openaisle_charge, openaisle_receipt, openaisle_dispute, openaisle_fiscal_record, openaisle_statistics;

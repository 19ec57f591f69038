package org.openaisle.engine.attribution;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;

/** Something with a weight: a product, or ({@code gtin} null) a foreign thing that somebody laid on a plate. */
record Good(int id, @Nullable Gtin gtin, double weightGrams, double weightSdGrams) implements Serializable {}

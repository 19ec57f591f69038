package org.openaisle.platform.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something that was given is wrong.
 *
 * @param line of the text, from 1 on; null where it has none
 * @param field as whoever gave it calls it
 * @param message what is wrong and what it should be
 */
record Fault(@Nullable Long line, String field, String message) {}

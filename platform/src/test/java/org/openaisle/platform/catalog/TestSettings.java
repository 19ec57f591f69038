package org.openaisle.platform.catalog;

import org.openaisle.platform.database.TestDatabase;

/** Settings for tests of other modules. */
public final class TestSettings {
    private TestSettings() {}

    public static Settings of(TestDatabase database) {
        return new Settings(database.transactions(), database.client());
    }
}

package org.openaisle.platform.database;

import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.stereotype.Component;

/** What of the database is nobody's module: events under way, which carry ids only. */
@Component
final class DatabaseData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.table("event_publication")
                .plain(
                        "id",
                        "listener_id",
                        "event_type",
                        "serialized_event",
                        "publication_date",
                        "completion_date",
                        "status",
                        "completion_attempts",
                        "last_resubmission_date");
        // In "postgres": rows, of which each column is declared, and a week of the server's log, which quotes none of
        // them.
        to.files().plain("lock", "postgres", "postgres-program", "postgres-start.log", "passwords");
    }
}

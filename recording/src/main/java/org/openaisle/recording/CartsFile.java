package org.openaisle.recording;

import java.io.OutputStream;
import java.nio.file.Path;
import org.openaisle.model.Output;

/** {@code carts.ndjson}: every change of a cart as it becomes visible; provisional. */
public final class CartsFile implements AutoCloseable {
    private final JsonOut out;

    private CartsFile(JsonOut out) {
        this.out = out;
    }

    public static CartsFile create(Path file) {
        return new CartsFile(JsonOut.toFile(file));
    }

    public static CartsFile to(OutputStream out) {
        return new CartsFile(JsonOut.to(out));
    }

    /** Writes one line and hands it on at once. */
    public void write(Output.CartChanged change) {
        out.beginObject().whole("t", change.t()).whole("happenedAt", change.happenedAt());
        out.text("token", change.token()).text("gtin", change.gtin().digits()).whole("quantity", change.quantity());
        out.probability("probability", change.probability())
                .endObject()
                .newline()
                .flush();
    }

    @Override
    public void close() {
        out.close();
    }
}

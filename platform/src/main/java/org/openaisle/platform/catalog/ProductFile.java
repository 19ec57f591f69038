package org.openaisle.platform.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Products and prices as a file: CSV with a head, or JSON, an array of flat objects with the same names. A product with several prices has
 * several lines.
 */
final class ProductFile {
    /** What was read. */
    record Content(List<ProductRow> rows, List<Fault> faults) {}

    static final int MOST_ROWS = 200_000;

    /** One object of many: what follows is the next one. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<ProductRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean tooMany;

    private ProductFile() {}

    static Content readCsv(InputStream text) {
        ProductFile file = new ProductFile();
        // Letters that are no UTF-8 would end up in names on receipts: they stop the reader.
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(false)
                .maxBufferSize(1 << 20)
                .ofNamedCsvRecord(new InputStreamReader(text, decoder))) {
            boolean first = true;
            for (NamedCsvRecord row : csv) {
                if (first && !file.checkHead(row.getHeader())) {
                    break;
                }
                first = false;
                file.add(row.getStartingLineNumber(), row.getFieldsAsMap());
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            file.fault(null, "the file is no CSV in UTF-8 from here on, or a line is too long");
        }
        return file.content();
    }

    private boolean checkHead(List<String> head) {
        TreeSet<String> unknown = new TreeSet<>(head);
        RowReader.COLUMNS.forEach(unknown::remove);
        unknown.forEach(column -> faults.add(new Fault(1L, column, "is no column; there are " + RowReader.COLUMNS)));
        if (!head.contains("gtin")) {
            faults.add(new Fault(1L, "gtin", "the column is missing; the first line names the columns"));
        }
        return faults.isEmpty();
    }

    static Content readJson(InputStream text) {
        ProductFile file = new ProductFile();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                file.fault(parser.currentTokenLocation(), "must be an array of objects");
                return file.content();
            }
            for (JsonToken token = parser.nextToken(); token == JsonToken.START_OBJECT; token = parser.nextToken()) {
                TokenStreamLocation place = parser.currentTokenLocation();
                file.add(place.getLineNr(), texts(JSON.readTree(parser)));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                file.fault(parser.currentTokenLocation(), "must be an array of objects");
            }
        } catch (JacksonException e) {
            file.fault(e.getLocation(), "the file is no JSON from here on");
        }
        return file.content();
    }

    private static Map<String, String> texts(JsonNode row) {
        Map<String, String> texts = new HashMap<>();
        row.properties().forEach(field -> texts.put(field.getKey(), text(field.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ProductFile::text).collect(Collectors.joining(" "));
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private void fault(@Nullable TokenStreamLocation place, String message) {
        long line = place != null
                ? place.getLineNr()
                : rows.isEmpty() ? 1 : rows.getLast().line() + 1;
        faults.add(new Fault(line, "", message));
    }

    private void add(long line, Map<String, String> texts) {
        if (rows.size() == MOST_ROWS) {
            if (!tooMany) {
                faults.add(new Fault(line, "", "a file may have " + MOST_ROWS + " lines. Send it in parts."));
            }
            tooMany = true;
            return;
        }
        for (String name : new TreeSet<>(texts.keySet())) {
            if (!RowReader.COLUMNS.contains(name)) {
                faults.add(new Fault(line, name, "is no column; there are " + RowReader.COLUMNS));
                return;
            }
        }
        ProductRow row = RowReader.read(line, texts, faults);
        if (row != null) {
            rows.add(row);
        }
    }

    private Content content() {
        return new Content(List.copyOf(rows), List.copyOf(faults));
    }

    /** Writes lines with all columns, and closes what it writes to; {@link #readCsv} reads it again. */
    static void writeCsv(Writer out, List<Map<String, Object>> lines) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(RowReader.COLUMNS);
            lines.forEach(line -> csv.writeRecord(RowReader.COLUMNS.stream()
                    .map(column -> String.valueOf(line.getOrDefault(column, "")))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

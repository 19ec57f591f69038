package org.openaisle.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Field;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsTest {
    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void healthIsToldWithoutDetails() {
        for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            HttpResponse<String> answer = platform.nobody().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Wire.json(answer).path("status").asString()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("components", "database", "path");
        }
    }

    @Test
    void metricsAreForWhoeverHasTheToken() {
        assertThat(platform.nobody().get("/metrics").statusCode()).isEqualTo(404);
        assertThat(metrics("made up").statusCode()).isEqualTo(404);
        platform.nobody().get("/api/v1/me");
        HttpResponse<String> answer = metrics(platform.bean(DataFolder.class).password("metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections", "http_server_requests_seconds");
        assertThat(answer.body()).as("paths by their pattern").doesNotContainPattern("uri=\"[^\"]*[0-9a-f]{8}-");
    }

    private HttpResponse<String> metrics(String token) {
        return platform.as((request, method, path) -> request.header("Authorization", "Bearer " + token))
                .get("/metrics");
    }

    @Test
    void theInterfaceDescribesItself() {
        HttpResponse<String> answer = platform.nobody().get("/api");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode paths = Wire.json(answer).path("paths");
        platform.handlers().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.openaisle.platform.")
                    && mapping.getPatternValues().stream().allMatch(path -> path.startsWith("/api/"))) {
                mapping.getPatternValues()
                        .forEach(path -> assertThat(paths.path(path).isMissingNode())
                                .as("%s is described", path)
                                .isFalse());
            }
        });
        assertThat(answer.body()).as("a caller is no parameter").doesNotContain("StaffCaller", "DeviceCaller");
    }

    /** Of a platform of its own: a second one in the same process takes the log from the first. */
    @Test
    void theLogHasDeclaredFieldsOnlyAndNoExceptionsMessage() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (TestPlatform own = TestPlatform.start(Map.of());
                MDC.MDCCloseable ignored = MDC.putCloseable("http.request.id", "a request's")) {
            LoggerFactory.getLogger(OperationsTest.class)
                    .error(
                            "something failed",
                            new IllegalStateException("Lovelace", new IOException("ada@example.org")));
            for (String line :
                    Files.readAllLines(own.bean(DataFolder.class).path().resolve("logs/platform.log"))) {
                assertThat(line).doesNotContain("Lovelace", "ada@");
                collect("", JsonMapper.shared().readTree(line), fields);
            }
        }
        assertThat(fields).contains("@timestamp", "message", "log.level", "error.stack_trace", "http.request.id");
        Map<Field, ?> declared = platform.bean(Declarations.class).fields();
        assertThat(fields).allSatisfy(field -> assertThat(declared).containsKey(new Field.LogField(field)));
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            fields));
        } else {
            fields.add(path);
        }
    }
}

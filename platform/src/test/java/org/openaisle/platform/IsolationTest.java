package org.openaisle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Finds every handler itself and calls it as everybody: as nobody, with each role and kind that it is not for, and as everybody of one
 * retailer that it is for with the ids of another retailer's rows.
 */
class IsolationTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^/}]+)}");

    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer north = platform.newRetailer("North");
    private final TestRetailer south = platform.newRetailer("South");
    private final UUID store = south.newStore("South 1");
    private final Map<StaffRole, Wire> staff = new EnumMap<>(StaffRole.class);
    private final Map<DeviceKind, Wire> devices = new EnumMap<>(DeviceKind.class);
    private final RowsOf rows = new RowsOf(platform, north.tenant());

    /** One way to call a handler. */
    private record Endpoint(String method, String pattern, String contentType, HandlerMethod handler, Allowed allowed) {
        List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        boolean takesBody() {
            return Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void everybody() {
        for (StaffRole role : StaffRole.values()) {
            staff.put(role, south.staff(role, store));
        }
        for (DeviceKind kind : DeviceKind.values()) {
            devices.put(kind, south.device(kind, store));
        }
        UUID theirs = north.newStore("North 1");
        for (StaffRole role : StaffRole.values()) {
            north.staff(role, theirs);
        }
        north.device(DeviceKind.STORE_NODE, theirs);
        north.staff(StaffRole.OWNER)
                .post("/api/v1/stores/" + theirs + "/enrolment-codes", "{\"kind\":\"gate\",\"name\":\"Gate\"}");
    }

    @Test
    void whoIsNotNamedIsRefusedBeforeAnythingIsLookedUp() {
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.allowed().anybody()) {
                continue;
            }
            String path = VARIABLE.matcher(endpoint.pattern()).replaceAll(Matcher.quoteReplacement(store.toString()));
            assertThat(call(platform.nobody(), endpoint, path).statusCode())
                    .as("%s as nobody", endpoint)
                    .isEqualTo(401);
            staff.forEach((role, wire) -> {
                if (!List.of(endpoint.allowed().staff()).contains(role)) {
                    assertThat(call(wire, endpoint, path).statusCode())
                            .as("%s as %s", endpoint, role)
                            .isEqualTo(403);
                }
            });
            devices.forEach((kind, wire) -> {
                if (!List.of(endpoint.allowed().devices()).contains(kind)) {
                    assertThat(call(wire, endpoint, path).statusCode())
                            .as("%s as %s", endpoint, kind)
                            .isEqualTo(403);
                }
            });
        }
    }

    @Test
    void anotherRetailersIdsAreAnsweredAsIdsOfNothingAndChangeNothing() {
        Set<UUID> ids = rows.ids();
        assertThat(ids).as("rows of the other retailer").hasSizeGreaterThan(8);
        Map<String, String> before = rows.contents();
        int tried = 0;
        for (Endpoint endpoint : endpoints()) {
            for (Map.Entry<String, Wire> caller : allowed(endpoint).entrySet()) {
                for (String path : foreignPaths(endpoint, ids)) {
                    HttpResponse<String> answer = call(caller.getValue(), endpoint, path);
                    assertRefused(endpoint, caller.getKey(), path, answer);
                    tried++;
                }
            }
        }
        System.out.println("tried " + tried + " foreign paths on " + endpoints().size() + " endpoints");
        assertThat(rows.contents()).as("the other retailer's rows").isEqualTo(before);
    }

    private void assertRefused(Endpoint endpoint, String caller, String path, HttpResponse<String> answer) {
        // A body that says nothing may be refused first, except where another's store is: that is looked up before the
        // handler.
        boolean bodyFirst =
                endpoint.takesBody() && (!endpoint.variables().contains("store") || path.contains(store.toString()));
        assertThat(answer.statusCode())
                .as("%s as %s: %s answered %s", endpoint, caller, path, answer.body())
                .isIn(bodyFirst ? List.of(404, 400, 415, 422) : List.of(404));
    }

    @Test
    void whatIsListedIsOnesOwn() {
        Set<UUID> ids = rows.ids();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method().equals("GET") && endpoint.variables().stream().allMatch("store"::equals)) {
                String path = endpoint.pattern().replace("{store}", store.toString());
                allowed(endpoint).forEach((name, wire) -> {
                    String body = beginning(wire, path);
                    assertThat(ids).as("%s as %s", endpoint, name).noneMatch(id -> body.contains(id.toString()));
                });
            }
        }
    }

    /** The paths with another retailer's id in one place at least, and one's own store or another id in the others. */
    private List<String> foreignPaths(Endpoint endpoint, Set<UUID> ids) {
        List<String> paths = new ArrayList<>();
        if (endpoint.variables().isEmpty()) {
            return paths;
        }
        for (UUID id : ids) {
            paths.add(VARIABLE.matcher(endpoint.pattern()).replaceAll(Matcher.quoteReplacement(id.toString())));
            if (endpoint.variables().size() > 1 && endpoint.variables().contains("store")) {
                String own = endpoint.pattern().replace("{store}", store.toString());
                paths.add(VARIABLE.matcher(own).replaceAll(Matcher.quoteReplacement(id.toString())));
            }
        }
        return paths;
    }

    private Map<String, Wire> allowed(Endpoint endpoint) {
        Map<String, Wire> callers = new LinkedHashMap<>();
        for (StaffRole role : endpoint.allowed().staff()) {
            callers.put(role.id(), Objects.requireNonNull(staff.get(role)));
        }
        for (DeviceKind kind : endpoint.allowed().devices()) {
            callers.put(kind.id(), Objects.requireNonNull(devices.get(kind)));
        }
        return callers;
    }

    private static HttpResponse<String> call(Wire wire, Endpoint endpoint, String path) {
        boolean body = !Set.of("GET", "DELETE").contains(endpoint.method());
        return wire.send(
                endpoint.method(),
                path,
                body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(),
                request -> request.header("Content-Type", endpoint.contentType()));
    }

    /** What is answered; of an answer that has no end, what has come when it is broken off. */
    private static String beginning(Wire wire, String path) {
        HttpResponse<Stream<String>> answer =
                wire.send("GET", path, BodyPublishers.noBody(), request -> {}, BodyHandlers.ofLines());
        boolean endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (Stream<String> lines = answer.body()) {
            return endless ? "" : lines.collect(Collectors.joining("\n"));
        }
    }

    private static String contentType(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse("application/json");
    }

    private List<Endpoint> endpoints() {
        Set<Endpoint> all = new LinkedHashSet<>();
        platform.handlers().forEach((mapping, handler) -> {
            Allowed allowed = handler.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                for (String pattern : mapping.getPatternValues()) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        all.add(new Endpoint(method.name(), pattern, contentType(mapping), handler, allowed));
                    }
                }
            }
        });
        assertThat(all).hasSizeGreaterThan(10);
        return List.copyOf(all);
    }
}

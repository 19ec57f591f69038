package org.openaisle.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import org.openaisle.platform.database.TestServer;
import org.openaisle.platform.tenant.TestRetailer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A whole platform on a real database and a free port, for tests that talk to it over HTTP.
 *
 * <pre>{@code
 * TestPlatform platform = TestPlatform.shared();          // one for all test classes, with retailers of one's own in it
 * TestRetailer north = platform.newRetailer("North");
 * UUID store = north.newStore("Main street");
 * Wire manager = north.staff(StaffRole.MANAGER, store);   // signed in
 * Wire node = north.device(DeviceKind.STORE_NODE, store); // enrolled, signs each request
 * HttpResponse<String> answer = node.post("/api/v1/stores/" + store + "/events", "[]");
 * }</pre>
 */
public final class TestPlatform implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient http;

    private static final class Shared {
        static final TestPlatform PLATFORM = start(Map.of());
    }

    private TestPlatform(ConfigurableApplicationContext context) {
        this.context = context;
        http = HttpClient.newHttpClient();
    }

    private TestPlatform(ConfigurableApplicationContext context, HttpClient http) {
        this.context = context;
        this.http = http;
    }

    /** The same, seen by a client that trusts other certificates. */
    public TestPlatform through(HttpClient client) {
        return new TestPlatform(context, client);
    }

    /** One for all tests of a run. Its clock must not be set, and nothing in it may be counted but what is a retailer's of one's own. */
    public static TestPlatform shared() {
        return Shared.PLATFORM;
    }

    /** One of one's own, on a new database, with these properties besides. */
    public static TestPlatform start(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(TestServer.properties());
        // All tests come from one address, and some of their callers ask a thousand times.
        all.put("openaisle.limits.unknown-burst", "1000000");
        all.put("openaisle.limits.staff-burst", "1000000");
        all.put("openaisle.limits.device-burst", "1000000");
        all.put("openaisle.limits.failures-per-minute", "1000000");
        all.putAll(properties);
        String[] arguments = all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new TestPlatform(new SpringApplicationBuilder(PlatformApplication.class, SetClock.class)
                // The shared one ends with the process: a hook would wait for a database that another hook has stopped.
                .registerShutdownHook(false)
                .run(arguments));
    }

    @Configuration(proxyBeanMethods = false)
    static class SetClock {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** Adds a retailer without stores, staff and devices. */
    public TestRetailer newRetailer(String name) {
        return TestRetailer.make(this, name);
    }

    /** Talks to it as nobody. */
    public Wire nobody() {
        return new Wire(http, base(), (request, method, path) -> {});
    }

    /** Talks to it as somebody who shows who they are. */
    public Wire as(Wire.Credential credential) {
        return new Wire(http, base(), credential);
    }

    /** Where it listens. */
    public URI base() {
        ServletWebServerApplicationContext server = (ServletWebServerApplicationContext) context;
        String scheme = context.containsBean("serverCertificate") ? "https" : "http";
        return URI.create(scheme + "://localhost:" + server.getWebServer().getPort());
    }

    public TestClock clock() {
        return context.getBean(TestClock.class);
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All handlers of controllers, with the paths and methods that lead to them. */
    public Map<RequestMappingInfo, HandlerMethod> handlers() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}

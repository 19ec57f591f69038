package org.openaisle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What must hold of every handler, also of those that somebody adds tomorrow. */
class EveryHandlerTest {
    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(handlers().values())
                .filteredOn(EveryHandlerTest::isOurs)
                .as("handlers that do not say who may call them")
                .allSatisfy(method -> {
                    Allowed allowed = method.getMethodAnnotation(Allowed.class);
                    assertThat(allowed).as("@Allowed of %s", method).isNotNull();
                    assertThat(allowed.anybody() || allowed.staff().length + allowed.devices().length > 0)
                            .as("somebody may call %s", method)
                            .isTrue();
                });
    }

    @Test
    void everyPathOfOursIsBelowTheVersion() {
        handlers().forEach((mapping, method) -> {
            if (isOurs(method)) {
                assertThat(mapping.getPatternValues()).allMatch(path -> path.startsWith("/api/v1/"));
            }
        });
    }

    /** All but what errors lead to. */
    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.openaisle.platform.")
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static Map<RequestMappingInfo, HandlerMethod> handlers() {
        return TestPlatform.shared().handlers();
    }
}

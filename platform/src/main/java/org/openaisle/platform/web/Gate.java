package org.openaisle.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Stands before every handler and lets through whom it is {@link Allowed} to. */
final class Gate implements HandlerInterceptor {
    /** The name of the path variable that is a store. */
    static final String STORE = "store";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String OURS = "org.openaisle.";

    private final Stores stores;

    Gate(Stores stores) {
        this.stores = stores;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Dispatched again, an answer that takes its time was let through before.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            enter(request, method);
        }
        return true;
    }

    private void enter(HttpServletRequest request, HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            LOG.error("{} does not say who may call it, so that nobody may", method);
            throw Refused.forbidden("Nobody may do this.");
        }
        BodyLimit.set(request, allowed.bodyBytes());
        Caller caller = Callers.of(request);
        if (!allowed.anybody()) {
            checkCaller(allowed, caller);
        }
        checkStore(request, caller);
    }

    private static void checkCaller(Allowed allowed, @Nullable Caller caller) {
        boolean may = switch (caller) {
            case null -> throw Refused.unknownCaller("Nobody is signed in, or not any more.");
            case Caller.StaffCaller staff -> Arrays.asList(allowed.staff()).contains(staff.role());
            case Caller.DeviceCaller device -> Arrays.asList(allowed.devices()).contains(device.kind());
        };
        if (!may) {
            throw Refused.forbidden("This is for others to do.");
        }
    }

    private void checkStore(HttpServletRequest request, @Nullable Caller caller) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && map.get(STORE) instanceof String text) {
            UUID store = uuid(text);
            if (caller == null || store == null || !caller.reaches(store) || !stores.exists(caller.tenant(), store)) {
                throw Refused.notFound("store");
            }
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            // The JDK also takes short forms, which would give one store several paths.
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

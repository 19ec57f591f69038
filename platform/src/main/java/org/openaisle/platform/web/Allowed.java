package org.openaisle.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. A handler without it is refused to everybody, and a test fails.
 *
 * <p>A path variable named {@code store} is looked up before the handler is reached: a store that is not the caller's tenant's, or that the
 * caller has nothing to do with, is answered with 404.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    /** Staff with one of these roles. */
    StaffRole[] staff() default {};

    /** Devices of one of these kinds. */
    DeviceKind[] devices() default {};

    /** Also who is not known: for signing in and enrolling only. */
    boolean anybody() default false;

    /** How many bytes a request may bring; more is answered with 413. */
    int bodyBytes() default 64 * 1024;
}

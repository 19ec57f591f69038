package org.openaisle.platform.purpose;

/** What one module's fields are: a bean of every module that keeps or tells anything. */
@FunctionalInterface
public interface DataDeclarations {
    void declare(Declarations to);
}

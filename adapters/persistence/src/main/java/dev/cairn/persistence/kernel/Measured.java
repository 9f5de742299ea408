package dev.cairn.persistence.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a class write its own SQL: it serves an operation that has a budget ({@code docs/PERFORMANCE.md}). All other
 * questions to the database are generated at compile time (ADR 10).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Measured {
    /** The row of the budget. */
    String value();
}

package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows whose number is kept per project and kind in {@code project_counts}: by triggers on SQLite, where one writer pays
 * a microsecond; counted when asked on PostgreSQL, where many writers would wait for one row (ADR 14).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Counted {
    /** The column with the kind, or the kind in quotes. */
    String kind();

    /** The condition for a row to count, over the row's columns. */
    String when();

    /** The column of the project; in the table that {@link #through} refers to, when that is given. */
    String project() default "project_id";

    /** The foreign key to the table that knows the project. */
    String through() default "";
}

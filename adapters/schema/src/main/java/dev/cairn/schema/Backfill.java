package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that the migration of a new column or table puts in it. For a column: an expression over the existing columns.
 * For a table: a SELECT with all its columns in order. It may be removed once the migration is written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Backfill {
    String value();
}

package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows whose words are found while the texts themselves are stored nowhere. Whoever writes a row puts its words there; they go with
 * the row.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WordIndex {
    /** The table of the index. */
    String name();

    /** The columns, which a search may weigh differently; PostgreSQL keeps the words of all of them in one. */
    String[] columns();
}

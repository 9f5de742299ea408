package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index; a unique one declares the unique columns of a table. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Index.All.class)
public @interface Index {
    /** The name, which errors refer to. */
    String name();

    /** Columns or expressions with their order, separated by commas. */
    String on();

    boolean unique() default false;

    /** The condition on the rows that it holds; all rows when empty. */
    String where() default "";

    /** The container of repeated indexes. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Index[] value();
    }
}

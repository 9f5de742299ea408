package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The error for a value that a unique index of the row, or its primary key, already holds. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Taken.All.class)
public @interface Taken {
    /** The name of the index; the primary key when empty. */
    String index() default "";

    ErrorCode code();

    String message();

    /** The container of repeated annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Taken[] value();
    }
}

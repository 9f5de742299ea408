package dev.cairn.http.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a number in the query, both ends included. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Within {
    /** Less than any number in a query. */
    int NOTHING = -1;

    int min();

    int max();

    /** What an absent parameter stands for; {@link #NOTHING} where it stays absent. */
    int absent() default NOTHING;
}

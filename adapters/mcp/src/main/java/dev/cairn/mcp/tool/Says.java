package dev.cairn.mcp.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument, or a part of an answer, to an agent, beside its name and type. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {
    String value() default "";

    /** The least number that is taken, where {@link #max} is given. */
    int min() default 0;

    /** The largest number that is taken; none when it is 0. */
    int max() default 0;
}

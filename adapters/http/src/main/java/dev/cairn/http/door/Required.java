package dev.cairn.http.door;

import dev.cairn.domain.kernel.Limits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that must be there; without this an absent one is empty. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {
    /** The greatest number of entries. */
    int max() default Limits.BULK_MAX;
}

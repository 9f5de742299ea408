package dev.cairn.http.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that changes what has a version, and changes it only when that is the one named by {@code If-Match}: it asks
 * {@link Api#expected}. On all other changing routes {@code If-Match} is refused, for it would be believed in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Conditional {}

package dev.cairn.http.door;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that does once what is asked for again with the same Idempotency-Key, and answers the same again (ADR 12). The method
 * runs in the transaction that keeps its answer, maybe on another thread, maybe twice: it changes nothing but the stores.
 */
@Around
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}

package dev.cairn.http.security;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A condition on every request; it must be cheap, and wait for nothing. */
@FunctionalInterface
interface RequestCheck {
    @Nullable
    Refusal refuse(HttpRequest<?> request);
}

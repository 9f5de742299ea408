package dev.cairn.http.security;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** One thing that must hold for every request; cheap, and without waiting for anything. */
@FunctionalInterface
interface RequestCheck {
    @Nullable
    Refusal refuse(HttpRequest<?> request);
}

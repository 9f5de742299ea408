package dev.cairn.application.model;

import dev.cairn.domain.model.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * The result of a provider's test (L12).
 *
 * @param kind why it failed; null when it went well
 * @param message a sentence about the failure; never what the provider wrote as it was
 */
public record ProbeResult(
        boolean ok,
        long latencyMs,
        @Nullable FailureKind kind,
        @Nullable String message) {}

package dev.cairn.application.model;

import dev.cairn.domain.model.ModelProvider;

/** Tries a provider with the smallest question there is: one call without a stream, and one token of answer (L12). */
public interface ProviderProbe {
    /** Asks once, and answers the result; throws nothing when the provider fails. */
    ProbeResult probe(ModelProvider provider);
}

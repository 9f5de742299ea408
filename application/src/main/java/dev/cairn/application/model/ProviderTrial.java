package dev.cairn.application.model;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;

/** Tries the caller's providers, active or not. It runs in no transaction (R8). */
public final class ProviderTrial {
    private final ModelProviderRepository providers;
    private final ProviderProbe probe;

    public ProviderTrial(ModelProviderRepository providers, ProviderProbe probe) {
        this.providers = providers;
        this.probe = probe;
    }

    /** Asks the provider for one token, and answers the result (L12). */
    public ProbeResult test(Caller caller, Id<ModelProvider> id) {
        caller.require(Scope.WRITE).requireUnlimited();
        return probe.probe(providers.require(caller.userId(), id));
    }
}

package dev.cairn.application.model;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import java.util.List;

/** Finds the things that use a provider. Each module whose things use providers registers an implementation (R46). */
public interface ProviderUse {
    /** Answers the names of active things that use the provider, a bounded number; they keep it from being deactivated. */
    List<String> active(Id<ModelProvider> provider);

    /** Answers the names of all things that use the provider, deactivated ones too; they keep it from being deleted. */
    List<String> any(Id<ModelProvider> provider);
}

package dev.cairn.http.model;

import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ProbeResult;
import dev.cairn.application.model.ProviderService;
import dev.cairn.application.model.ProviderTrial;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderDraft;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** Providers of models. A secret goes in and never comes out; answers show its hint. */
@Routes(HttpSettings.BASE + "/providers")
class ProviderController {
    private static final Sort BY_NAME = Sort.by(Sort.asc("name"));

    private final ProviderService providers;
    private final ProviderTrial trials;

    ProviderController(ProviderService providers, ProviderTrial trials) {
        this.providers = providers;
        this.trials = trials;
    }

    /** A new provider. */
    @Introspected
    record Wish(
            String name,
            ProviderType type,
            @Nullable BaseUrl baseUrl,
            String defaultModel,
            @Nullable ProviderKey secret,
            @Nullable String secretEnv,
            @Nullable Price price,
            @Nullable Boolean isDefault) {
        NewProvider command() {
            return new NewProvider(
                    new ProviderContent(name, type, baseUrl, defaultModel, secretEnv, price), secret, isDefault);
        }
    }

    @Introspected
    record Wanted(@Nullable Boolean active, Paging paging) {}

    @Post
    @Confidential
    Created<ModelProvider> create(Caller caller, @Body Wish wish) {
        ModelProvider provider = providers.create(caller, wish.command());
        return Created.at("/providers/" + provider.id(), provider, provider.lifecycle());
    }

    @Get
    ListBody<ModelProvider> list(Caller caller, @RequestBean Wanted wanted) {
        var page = wanted.paging().by(ModelProviderRepository.SORTS, BY_NAME);
        return ListBody.of(providers.list(caller, wanted.active(), page));
    }

    @Get("/{provider}")
    Versioned<ModelProvider> get(Caller caller, Id<ModelProvider> provider) {
        return versioned(providers.get(caller, provider));
    }

    @Patch("/{provider}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<ModelProvider> update(
            Caller caller, Id<ModelProvider> provider, @Body Partial<ProviderDraft> edit, Expected expected) {
        return versioned(providers.update(caller, provider, expected, edit));
    }

    @Delete("/{provider}")
    void delete(Caller caller, Id<ModelProvider> provider, Expected expected) {
        providers.delete(caller, provider, expected);
    }

    @Post("/{provider}/default")
    @Idempotent
    Versioned<ModelProvider> makeDefault(Caller caller, Id<ModelProvider> provider, Expected expected) {
        return versioned(providers.makeDefault(caller, provider, expected));
    }

    @Post("/{provider}/deactivate")
    @Idempotent
    Versioned<ModelProvider> deactivate(Caller caller, Id<ModelProvider> provider, Expected expected) {
        return versioned(providers.deactivate(caller, provider, expected));
    }

    @Post("/{provider}/activate")
    @Idempotent
    Versioned<ModelProvider> activate(Caller caller, Id<ModelProvider> provider, Expected expected) {
        return versioned(providers.activate(caller, provider, expected));
    }

    /** Tests a provider; each call asks it anew, and no answer is kept. */
    @Post("/{provider}/test")
    @Confidential
    ProbeResult test(Caller caller, Id<ModelProvider> provider) {
        return trials.test(caller, provider);
    }

    private static Versioned<ModelProvider> versioned(ModelProvider provider) {
        return Versioned.of(provider, provider.lifecycle());
    }
}

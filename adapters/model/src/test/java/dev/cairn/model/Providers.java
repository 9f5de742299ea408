package dev.cairn.model;

import dev.cairn.application.model.ProviderSecrets;
import dev.cairn.application.port.SecretBox;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Providers and models for tests, with a key that must be seen nowhere. */
final class Providers {
    static final String KEY = "sk-CANARY-3f9a1c77e2b84d60";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    /** Short enough for tests, long enough for a busy machine. */
    static final ModelLimits LIMITS = new ModelLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(1_500),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(60),
            1024 * 1024,
            64L * 1024 * 1024,
            16 * 1024);

    private Providers() {}

    /** Stores secrets as they are. */
    private static final class OpenBox implements SecretBox {
        @Override
        public SealedSecret seal(ProviderKey secret, SecretPlace place) {
            return new SealedSecret(secret.value());
        }

        @Override
        public ProviderKey open(SealedSecret secret, SecretPlace place) {
            return new ProviderKey(secret.text());
        }

        @Override
        public Optional<String> keyOf(SealedSecret secret) {
            return Optional.empty();
        }

        @Override
        public boolean hasKey(String keyId) {
            return true;
        }

        @Override
        public String addKey() {
            return "none";
        }

        @Override
        public List<String> dropKeysBefore(String keyId, Collection<String> named) {
            return List.of();
        }
    }

    static HttpModel model(ModelLimits limits, Resolver resolver, Networks networks) {
        return new HttpModel(new ProviderSecrets(new OpenBox()), Map.of(), () -> networks, CLOCK, limits, resolver);
    }

    static HttpModel model(ModelLimits limits) {
        return model(limits, Resolver.SYSTEM, Networks.parse("", "127.0.0.1"));
    }

    static ModelProvider at(ProviderType type, String url) {
        ProviderContent content = new ProviderContent("Test", type, new BaseUrl(url), "fake", null, null);
        return ModelProvider.of(new Id<>(1), new Id<>(2), content, CLOCK.instant())
                .withSecret(new SealedSecret(KEY));
    }
}

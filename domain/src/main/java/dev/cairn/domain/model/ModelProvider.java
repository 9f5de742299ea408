package dev.cairn.domain.model;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that answers with a language model, and what its owner shows to be let in. Nobody else sees it.
 *
 * @param secret the key as it is stored; null when there is none, or it is in the environment
 * @param keyHint the end of the key; null when there is none
 * @param isDefault whether the owner's agents that name no provider use it; one of the active ones at most (R46)
 */
@RecordBuilder
public record ModelProvider(
        Id<ModelProvider> id,
        Id<User> ownerId,
        ProviderContent content,
        @Nullable SealedSecret secret,
        @Nullable String keyHint,
        boolean isDefault,
        @Nullable Instant deactivatedAt,
        Lifecycle lifecycle)
        implements ModelProviderBuilder.With, Root<ProviderContent> {
    public static final int KEY_HINT_MAX = 10;
    /** The most providers that one owner may have. */
    public static final int COUNT_MAX = 100;

    public static ModelProvider of(Id<ModelProvider> id, Id<User> owner, ProviderContent content, Instant now) {
        return new ModelProvider(id, owner, content, null, null, false, null, Lifecycle.startingAt(now));
    }

    public String name() {
        return content.name();
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    /** @throws Conflict {@code already_deactivated} */
    public ModelProvider requireActive() {
        if (!active()) {
            throw new Conflict(ErrorCode.ALREADY_DEACTIVATED, "%s is deactivated".formatted(name()));
        }
        return this;
    }

    /**
     * Answers the provider with the edited content. A secret was given for one host: where the origin changes, or the key is in
     * the environment now, it is gone (L18).
     */
    public ModelProvider edit(ProviderContent edited, Instant now) {
        if (edited.equals(content)) {
            return this;
        }
        boolean elsewhere = !edited.address().origin().equals(content.address().origin());
        ModelProvider kept =
                elsewhere || edited.secretEnv() != null ? withSecret(null).withKeyHint(null) : this;
        return kept.withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    /** Returns the provider with another secret, or without one; a new secret replaces the variable of the environment. */
    public ModelProvider withKey(@Nullable SealedSecret sealed, @Nullable String hint, Instant now) {
        ModelProvider changed = sealed == null ? this : withContent(content.withSecretEnv(null));
        return changed.withSecret(sealed).withKeyHint(hint).withLifecycle(lifecycle.touch(now));
    }

    /** Returns the provider as its owner's default, or as one that is not the default. */
    public ModelProvider asDefault(boolean wanted, Instant now) {
        return wanted == isDefault ? this : withIsDefault(wanted).withLifecycle(lifecycle.touch(now));
    }

    /**
     * Answers the provider as one that is asked no more; then it is nobody's default either.
     *
     * @throws Conflict {@code already_deactivated}
     */
    public ModelProvider deactivate(Instant now) {
        if (!active()) {
            throw new Conflict(ErrorCode.ALREADY_DEACTIVATED, "%s is deactivated already".formatted(name()));
        }
        return withDeactivatedAt(now).withIsDefault(false).withLifecycle(lifecycle.touch(now));
    }

    /** @throws Conflict {@code not_deactivated} */
    public ModelProvider activate(Instant now) {
        if (active()) {
            throw new Conflict(ErrorCode.NOT_DEACTIVATED, "%s is not deactivated".formatted(name()));
        }
        return withDeactivatedAt(null).withLifecycle(lifecycle.touch(now));
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("name", name());
    }
}

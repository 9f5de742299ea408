package dev.cairn.application.model;

import dev.cairn.application.port.SecretBox;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Use cases of all stored secrets, of all owners, without showing any (R45). Only an admin may. */
public final class SecretService {
    /** The number of providers in one slice, which holds the writer for a few milliseconds. */
    static final int SLICE = 50;

    private final UnitOfWork work;
    private final ModelProviderRepository providers;
    private final SecretBox box;
    private final ProviderSecrets secrets;
    private final ProviderSealing sealing;

    public SecretService(
            UnitOfWork work,
            ModelProviderRepository providers,
            SecretBox box,
            ProviderSecrets secrets,
            ProviderSealing sealing) {
        this.work = work;
        this.providers = providers;
        this.box = box;
        this.secrets = secrets;
        this.sealing = sealing;
    }

    /**
     * A secret that cannot be opened.
     *
     * @param keyId the key that sealed the secret, as it states; empty when it states none
     */
    public record Unreadable(Id<ModelProvider> providerId, String keyId, String reason) {}

    /** The result of a check of all secrets. */
    public record Checked(int secrets, List<Unreadable> unreadable) {
        public Checked {
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * The result of a key rotation.
     *
     * @param keyId the key that everything is sealed with now
     * @param resealed how many secrets were sealed anew
     * @param droppedKeys the keys that are gone
     * @param unreadable secrets that could not be opened; they, and their keys, stay
     */
    public record Rotated(String keyId, int resealed, List<String> droppedKeys, List<Unreadable> unreadable) {
        public Rotated {
            droppedKeys = List.copyOf(droppedKeys);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Tries to open every stored secret (L17). */
    public Checked check(Caller caller) {
        caller.requireAdmin();
        List<Unreadable> unreadable = new ArrayList<>();
        int[] count = {0};
        each(provider -> {
            count[0]++;
            try {
                secrets.open(provider);
            } catch (Conflict conflict) {
                unreadable.add(unreadable(provider, conflict));
            }
        });
        return new Checked(count[0], unreadable);
    }

    /**
     * Adds a key, seals every secret with it, slice by slice, and drops the keys that no secret names any more. Stopped anywhere
     * it can be run again (L16). Conflict {@code master_key_unusable}.
     */
    public Rotated rotate(Caller caller) {
        caller.requireAdmin().requirePerson();
        String key = box.addKey();
        work.write(caller, _ -> {
            sealing.changesTo(key);
            return key;
        });
        int resealed = 0;
        Id<ModelProvider> after = new Id<>(0);
        List<ModelProvider> slice = slice(after);
        while (!slice.isEmpty()) {
            resealed += reseal(caller, key, slice);
            slice = slice(slice.getLast().id());
        }
        Set<String> named = named(caller);
        List<Unreadable> unreadable = check(caller).unreadable();
        List<String> dropped = box.dropKeysBefore(key, named);
        int count = resealed;
        work.write(
                caller,
                act -> act.record(ActivityType.SECRETS_ROTATED, null, caller.userId())
                        .with("key", key)
                        .with("resealed", count));
        return new Rotated(key, resealed, dropped, unreadable);
    }

    /** Returns the ids of the keys that secrets name. Reads in a write, which waits for writes that sealed with an older key. */
    private Set<String> named(Caller caller) {
        return work.bulk(caller, _ -> {
            Set<String> named = new TreeSet<>();
            each(provider -> box.keyOf(secretOf(provider)).ifPresent(named::add));
            return named;
        });
    }

    private int reseal(Caller caller, String key, List<ModelProvider> slice) {
        List<ModelProvider> before = slice.stream()
                .filter(provider ->
                        box.keyOf(secretOf(provider)).filter(key::equals).isEmpty())
                .toList();
        if (before.isEmpty()) {
            return 0;
        }
        return work.bulk(
                caller, _ -> (int) before.stream().filter(this::isResealed).count());
    }

    /** Seals a secret with the current key; keeps one that cannot be opened, and reports it at the end. */
    private boolean isResealed(ModelProvider provider) {
        ProviderKey open;
        try {
            open = Objects.requireNonNull(secrets.open(provider));
        } catch (Conflict _) {
            return false;
        }
        return providers.reseal(provider.id(), secretOf(provider), sealing.seal(open, provider.id()));
    }

    private void each(Consumer<ModelProvider> action) {
        List<ModelProvider> slice = slice(new Id<>(0));
        while (!slice.isEmpty()) {
            slice.forEach(action);
            slice = slice(slice.getLast().id());
        }
    }

    private List<ModelProvider> slice(Id<ModelProvider> after) {
        return work.read(() -> providers.sealedAfter(after, SLICE));
    }

    private Unreadable unreadable(ModelProvider provider, Conflict conflict) {
        return new Unreadable(provider.id(), box.keyOf(secretOf(provider)).orElse(""), conflict.reason());
    }

    private static SealedSecret secretOf(ModelProvider provider) {
        return Objects.requireNonNull(provider.secret());
    }
}

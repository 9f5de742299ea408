package dev.cairn.application.model;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.model.AddressRules;
import dev.cairn.domain.model.KeyChoice;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderDraft;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of providers of models. A provider belongs to one user; for all others, admins too, it is
 * {@code not_found}. Programs see their user's providers, and change none.
 */
public final class ProviderService {
    private static final int NAMED_MAX = 20;
    /** The prefix of Cairn's own environment variables, which are no provider keys unless they begin with {@link #OWN_KEYS}. */
    private static final String OWN = "CAIRN_";

    private static final String OWN_KEYS = "CAIRN_MODEL_KEY";

    private final UnitOfWork work;
    private final ModelProviderRepository providers;
    private final SettingRepository settings;
    private final ProviderSealing secrets;
    private final List<ProviderUse> uses;

    public ProviderService(
            UnitOfWork work,
            ModelProviderRepository providers,
            SettingRepository settings,
            ProviderSealing secrets,
            List<ProviderUse> uses) {
        this.work = work;
        this.providers = providers;
        this.settings = settings;
        this.secrets = secrets;
        this.uses = List.copyOf(uses);
    }

    /**
     * Creates a provider of the caller's. Invalid: {@code refused_address}. Conflict: {@code name_taken}, {@code at_limit}
     * beyond {@value ModelProvider#COUNT_MAX}, {@code master_key_unusable}. Denied: {@code admin_required} for a variable of
     * the environment.
     */
    public ModelProvider create(Caller caller, NewProvider command) {
        writing(caller);
        ProviderContent content = command.content();
        ProviderKey key = command.secret();
        if (key != null && content.secretEnv() != null) {
            throw twice();
        }
        requireAllowed(caller, content);
        if (key != null) {
            secrets.requireNewestKey();
        }
        Id<ModelProvider> id = work.newId();
        return work.write(caller, act -> {
            requireRoom(caller);
            ModelProvider plain = ModelProvider.of(id, caller.userId(), content, act.now());
            ModelProvider made = key == null
                    ? plain
                    : plain.withSecret(secrets.seal(key, id)).withKeyHint(key.hint());
            ModelProvider last = providers.findDefault(caller.userId()).orElse(null);
            boolean first = command.isDefault() == null ? last == null : command.isDefault();
            if (first && last != null) {
                stored(act, ActivityType.PROVIDER_DEFAULT_CHANGED, last, last.asDefault(false, act.now()));
            }
            ModelProvider inserted = providers.insert(made.withIsDefault(first));
            act.record(ActivityType.PROVIDER_CREATED, inserted);
            return inserted;
        });
    }

    public ModelProvider get(Caller caller, Id<ModelProvider> id) {
        return providers.require(reading(caller).userId(), id);
    }

    /** Answers the caller's providers: active ones, deactivated ones, or all for null. */
    public Page<ModelProvider> list(Caller caller, @Nullable Boolean active, PageRequest request) {
        reading(caller);
        return work.read(() -> providers.page(new ModelProviderRepository.Filter(caller.userId(), active), request));
    }

    /**
     * Edits a provider. Where it moves to another origin, or to a variable of the environment, its secret is gone, unless the
     * same edit brings one (L18). Refused as by {@link #create}.
     */
    public ModelProvider update(Caller caller, Id<ModelProvider> id, Expected expected, Edit<ProviderDraft> edit) {
        writing(caller);
        ProviderDraft planned = edit.of(ProviderDraft.of(providers.require(caller.userId(), id)));
        requireAllowed(caller, planned.content());
        if (planned.secret() instanceof ProviderKey) {
            secrets.requireNewestKey();
        }
        return work.write(caller, act -> {
            ModelProvider before = current(caller, id, expected);
            ProviderDraft wanted = edit.of(ProviderDraft.of(before));
            if (!wanted.equals(planned)) {
                requireAllowed(caller, wanted.content());
            }
            ModelProvider edited = before.edit(wanted.content(), act.now());
            ModelProvider after = switch (wanted.secret()) {
                case null -> before.secret() == null ? edited : edited.withKey(null, null, act.now());
                case ProviderKey key -> {
                    if (!Objects.equals(
                                    wanted.content().secretEnv(),
                                    before.content().secretEnv())
                            && wanted.content().secretEnv() != null) {
                        throw twice();
                    }
                    yield edited.withKey(secrets.seal(key, id), key.hint(), act.now());
                }
                case KeyChoice.Kept _ -> edited;
            };
            if (after.equals(before)) {
                return before;
            }
            ModelProvider stored = providers.update(after);
            boolean otherSecret = !Objects.equals(before.secret(), after.secret());
            act.record(otherSecret ? ActivityType.PROVIDER_SECRET_CHANGED : ActivityType.PROVIDER_UPDATED, stored)
                    .changed(Difference.between(before, stored));
            return stored;
        });
    }

    /** Deletes a provider for good, with its secret. Conflict {@code provider_in_use}, naming who uses it. */
    public void delete(Caller caller, Id<ModelProvider> id, Expected expected) {
        writing(caller);
        work.write(caller, act -> {
            ModelProvider provider = current(caller, id, expected);
            requireUnused(provider, use -> use.any(id), "delete");
            providers.delete(id);
            act.record(ActivityType.PROVIDER_DELETED, provider);
            return id;
        });
    }

    /** Makes a provider the caller's default in place of the one that is. Conflict {@code already_deactivated}. */
    public ModelProvider makeDefault(Caller caller, Id<ModelProvider> id, Expected expected) {
        writing(caller);
        return work.write(caller, act -> {
            ModelProvider provider = current(caller, id, expected).requireActive();
            if (provider.isDefault()) {
                return provider;
            }
            providers
                    .findDefault(caller.userId())
                    .ifPresent(last ->
                            stored(act, ActivityType.PROVIDER_DEFAULT_CHANGED, last, last.asDefault(false, act.now())));
            return stored(act, ActivityType.PROVIDER_DEFAULT_CHANGED, provider, provider.asDefault(true, act.now()));
        });
    }

    /** Deactivates a provider. Conflict {@code provider_in_use}, naming the agents; {@code already_deactivated}. */
    public ModelProvider deactivate(Caller caller, Id<ModelProvider> id, Expected expected) {
        return change(caller, id, expected, ActivityType.PROVIDER_DEACTIVATED, (provider, act) -> {
            ModelProvider deactivated = provider.deactivate(act.now());
            requireUnused(provider, use -> use.active(id), "deactivate");
            return deactivated;
        });
    }

    /** Activates a provider, which does not become a default. Conflict {@code not_deactivated}. */
    public ModelProvider activate(Caller caller, Id<ModelProvider> id, Expected expected) {
        return change(caller, id, expected, ActivityType.PROVIDER_ACTIVATED, (provider, act) -> {
            requireAllowed(caller, provider.content());
            return provider.activate(act.now());
        });
    }

    private ModelProvider change(
            Caller caller,
            Id<ModelProvider> id,
            Expected expected,
            ActivityType type,
            BiFunction<ModelProvider, Act, ModelProvider> change) {
        writing(caller);
        return work.write(caller, act -> {
            ModelProvider provider = current(caller, id, expected);
            return stored(act, type, provider, change.apply(provider, act));
        });
    }

    private ModelProvider stored(Act act, ActivityType type, ModelProvider before, ModelProvider after) {
        ModelProvider stored = providers.update(after);
        act.record(type, stored).changed(Difference.between(before, stored));
        return stored;
    }

    private ModelProvider current(Caller caller, Id<ModelProvider> id, Expected expected) {
        ModelProvider provider = providers.require(caller.userId(), id);
        expected.check(provider.lifecycle());
        return provider;
    }

    private void requireRoom(Caller caller) {
        if (providers.count(caller.userId()) >= ModelProvider.COUNT_MAX) {
            throw new Conflict(
                    ErrorCode.AT_LIMIT,
                    "You have %d providers: delete one first".formatted(ModelProvider.COUNT_MAX),
                    Map.of("limit", ModelProvider.COUNT_MAX));
        }
    }

    /** Requires an admin for a variable of the server's environment: any other user could send its value to an own address. */
    private void requireAllowed(Caller caller, ProviderContent content) {
        String variable = content.secretEnv();
        if (variable != null) {
            caller.requireAdmin();
            if (variable.startsWith(OWN) && !variable.startsWith(OWN_KEYS)) {
                throw Invalid.of(
                        ErrorCode.FORMAT,
                        "secretEnv",
                        "%s is Cairn's own: name another variable, or one that begins with %s"
                                .formatted(variable, OWN_KEYS));
            }
        }
        AddressRules.of(content.type(), networks().networks()).requireWritten(content.address());
    }

    private SystemSettings networks() {
        return SystemSettings.of(settings.all(SettingHome.SYSTEM));
    }

    private void requireUnused(ModelProvider provider, Function<ProviderUse, List<String>> used, String verb) {
        List<String> names =
                uses.stream().flatMap(use -> used.apply(use).stream()).sorted().toList();
        if (!names.isEmpty()) {
            List<String> shown = names.stream().limit(NAMED_MAX).toList();
            throw new Conflict(
                    ErrorCode.PROVIDER_IN_USE,
                    "%s is used by %s: give them another provider before you %s it"
                            .formatted(provider.name(), String.join(", ", shown), verb),
                    Map.of("agents", shown));
        }
    }

    private static Invalid twice() {
        return Invalid.of(ErrorCode.INVALID, "secretEnv", "A provider has either a secret or a secretEnv, not both");
    }

    private static Caller reading(Caller caller) {
        return caller.require(Scope.READ).requireUnlimited();
    }

    private static void writing(Caller caller) {
        caller.require(Scope.WRITE).requireUnlimited().requirePerson();
    }
}

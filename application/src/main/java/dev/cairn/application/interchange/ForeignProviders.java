package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ForeignSystem.ForeignProvider;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ProviderService;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.KeyChoice;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderDraft;
import dev.cairn.domain.user.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Imports the providers of another system; each is matched by name. */
record ForeignProviders(ProviderService providers) {
    private static final PageRequest ALL =
            new PageRequest(ModelProvider.COUNT_MAX, null, Sort.by(Sort.asc("name")), false);

    /** Imports providers; answers how many were created or changed. */
    int bring(Caller caller, List<ForeignProvider> brought, List<ImportProblem> problems) {
        if (brought.isEmpty()) {
            return 0;
        }
        Map<String, ModelProvider> known = new HashMap<>();
        providers.list(caller, null, ALL).items().forEach(each -> known.put(Text.uniqueKey(each.name()), each));
        int changed = 0;
        for (ForeignProvider each : brought) {
            ModelProvider here = known.get(Text.uniqueKey(each.content().name()));
            if (here == null ? created(caller, each, problems) : followed(caller, here, each, problems)) {
                changed++;
            }
        }
        return changed;
    }

    private boolean created(Caller caller, ForeignProvider brought, List<ImportProblem> problems) {
        return SystemImportService.attempt(brought.place(), problems, () -> {
            ModelProvider made = providers.create(caller, new NewProvider(brought.content(), brought.key(), null));
            if (!brought.active()) {
                var _ = providers.deactivate(caller, made.id(), Expected.ANY);
            }
        });
    }

    /**
     * Updates a provider from the file. One that was changed here stays: its key may be newer than the file's, and
     * belongs to its address.
     */
    private boolean followed(Caller caller, ModelProvider here, ForeignProvider brought, List<ImportProblem> problems) {
        ProviderContent wanted = edited(here.content(), brought);
        if (wanted.equals(here.content())) {
            return false;
        }
        if (here.lifecycle().version() > (here.active() ? 0 : 1)) {
            problems.add(new ImportProblem(
                    brought.place(),
                    "conflict_kept_ours",
                    "The provider %s is another one in the file, and was changed here".formatted(here.name())));
            return false;
        }
        return SystemImportService.attempt(brought.place(), problems, () -> {
            KeyChoice key = brought.key() == null ? ProviderDraft.of(here).secret() : brought.key();
            var _ = providers.update(
                    caller, here.id(), Expected.ANY, draft -> new ProviderDraft(edited(draft.content(), brought), key));
        });
    }

    /** Returns the content after the import; a file without a model keeps the one here. */
    private static ProviderContent edited(ProviderContent here, ForeignProvider brought) {
        ProviderContent there = brought.content();
        boolean named = !there.defaultModel().equals(ForeignProvider.NO_MODEL);
        return here.withType(there.type())
                .withBaseUrl(there.baseUrl())
                .withDefaultModel(named ? there.defaultModel() : here.defaultModel())
                .withSecretEnv(there.secretEnv());
    }
}

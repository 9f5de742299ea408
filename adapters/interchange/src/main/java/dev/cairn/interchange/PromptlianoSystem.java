package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What is in a database of Promptliano. */
final class PromptlianoSystem implements ForeignSystem {
    private static final String PROJECTS = "projects";
    /** The project of what is in none: of chats and prompts, and of rows whose project has gone. */
    private static final String LOOSE = "";

    private static final String NO_MODEL = "unknown";
    private static final List<String> LOOSE_TABLES = List.of("tickets", "chats", "prompts");
    private static final Set<String> TABLES = Set.of(
            PROJECTS,
            "tickets",
            "ticket_tasks",
            "queues",
            "queue_items",
            "chats",
            "chat_messages",
            "prompts",
            "prompt_projects",
            "claude_agents",
            "provider_keys",
            "selected_files");

    private final SystemTables tables;
    private final PlainParts parts;
    private final Runnable end;
    private final List<ImportProblem> found = new ArrayList<>();
    private final List<ForeignProject> projects = new ArrayList<>();
    private final List<ForeignProvider> providers = new ArrayList<>();
    private final boolean hasLoose;

    PromptlianoSystem(SystemTables tables, PlainParts parts, Runnable end) {
        this.tables = tables;
        this.parts = parts;
        this.end = end;
        Problems problems = new Problems(each -> {
            if (each instanceof ImportProblem problem) {
                found.add(problem);
            }
        });
        tables.index("tickets", "project_id");
        tables.index("ticket_tasks", "ticket_id");
        tables.index("chat_messages", "chat_id");
        tables.index("queue_items", "queue_id");
        Set<String> names = new HashSet<>();
        tables.rows(PROJECTS, Where.ALL, List.of("id"), problems, (id, row) -> projects.add(project(id, row, names)));
        hasLoose = LOOSE_TABLES.stream().anyMatch(table -> tables.count(table, loose()) > looseAndShared(table));
        if (hasLoose && projects.size() != 1) {
            projects.add(new ForeignProject(
                    LOOSE, ProjectContent.named(SystemWords.unique("Promptliano", names)), List.of()));
        }
        Set<String> providerNames = new HashSet<>();
        tables.rows("provider_keys", Where.ALL, List.of("id"), problems, (_, row) -> provider(row, providerNames));
        tables.nameDangling("ticket_tasks", "ticket_id", "tickets", problems);
        tables.nameDangling("chat_messages", "chat_id", "chats", problems);
        tables.nameDangling("queues", "project_id", PROJECTS, problems);
        tables.nameDangling("queue_items", "queue_id", "queues", problems);
        tables.nameOthers(TABLES, problems);
        problems.reportLosses();
    }

    static Where loose() {
        return Where.dangling("project_id", PROJECTS);
    }

    /** Older prompts are in projects by a table of their own. */
    private long looseAndShared(String table) {
        return table.equals("prompts") && tables.has("prompt_projects") ? tables.count(table, loose()) : 0;
    }

    @Override
    public List<ForeignProject> projects() {
        return List.copyOf(projects);
    }

    @Override
    public List<ForeignProvider> providers() {
        return List.copyOf(providers);
    }

    @Override
    public List<ForeignPerson> people() {
        return List.of();
    }

    @Override
    public List<ImportProblem> problems() {
        return List.copyOf(found);
    }

    @Override
    public void read(ForeignProject project, Consumer<Imported> sink) {
        Problems problems = new Problems(sink);
        List<Where> rows = new ArrayList<>();
        if (!project.id().equals(LOOSE)) {
            rows.add(SystemTables.of("project_id", project.id()));
        }
        if (hasLoose && (project.id().equals(LOOSE) || projects.size() == 1)) {
            rows.add(loose());
        }
        new PromptlianoProject(tables, parts, sink, problems).read(project, rows);
        problems.reportLosses();
    }

    @Override
    public void close() {
        end.run();
    }

    private static ForeignProject project(String id, Source row, Set<String> names) {
        String name = Objects.requireNonNullElse(row.text("name"), "Project " + id);
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String unique = SystemWords.unique(fit.text("name", name, ProjectContent.NAME_MAX), names);
        if (!Text.uniqueKey(unique).equals(Text.uniqueKey(Text.trimmed(name)))) {
            row.problems().report(row.place(), Code.DUPLICATE, "Its name is taken: imported as " + unique);
        }
        String path = row.text("path");
        String description = Objects.requireNonNullElse(row.text("description"), "");
        ProjectContent content = new ProjectContent(
                unique,
                fit.text("description", description, ProjectContent.DESCRIPTION_MAX),
                path == null || !Fitting.fits(path, ProjectContent.LOCATION_MAX) ? null : path,
                null,
                null);
        if (path != null && content.localPath() == null) {
            row.rest().put("path", path);
        }
        row.dropEmpty();
        row.loseRest(PROJECTS);
        return new ForeignProject(id, content, List.of());
    }

    /** What is wrong with a key is said without it. */
    private void provider(Source row, Set<String> names) {
        String word = Objects.requireNonNullElse(row.text("provider"), "custom");
        String legacy = row.text("key_name");
        String name = Objects.requireNonNullElse(row.text("name"), legacy == null ? word : legacy);
        String secret = row.text("key");
        if (legacy != null && !legacy.equals(name)) {
            row.problems().lose("provider_keys.key_name");
        }
        String variable = row.text("secret_ref");
        String url = row.text("base_url");
        boolean active = !row.rest().path("is_active").asText("1").equals("0");
        boolean isDefault = SystemWords.flag(row.rest().get("is_default"));
        row.rest().remove(List.of("is_active", "is_default"));
        SystemTables.json(row, "custom_headers");
        row.dropEmpty();
        row.loseRest("provider_keys");
        ProviderType type = SystemWords.type(word);
        ProviderKey key = null;
        try {
            key = secret == null ? null : new ProviderKey(secret);
        } catch (Invalid e) {
            row.problems().report(row.place(), Code.MALFORMED, "Its key is none: it was left out");
        }
        if (key != null && variable != null) {
            row.problems()
                    .report(row.place(), Code.NOT_CARRIED_OVER, "secret_ref: it has a key, which was taken instead");
        }
        try {
            // The first one becomes the default where there is none yet.
            providers.add(
                    isDefault ? 0 : providers.size(),
                    new ForeignProvider(
                            row.place(),
                            new ProviderContent(
                                    SystemWords.unique(
                                            Fitting.shortened(Text.trimmed(name), ProviderContent.NAME_MAX), names),
                                    type,
                                    url == null ? null : new BaseUrl(url),
                                    model(word, row),
                                    key == null ? variable : null,
                                    null),
                            key,
                            active));
        } catch (Invalid e) {
            row.problems().report(row.place(), Code.MALFORMED, "Left out: " + Problems.reason(e));
        }
    }

    /** Promptliano says which model for each kind of question: the default one of the provider, or any. */
    private String model(String provider, Source row) {
        List<String> models = new ArrayList<>();
        Problems ignored = new Problems(_ -> {});
        tables.rows("model_configs", Where.is("provider", provider), List.of("id"), ignored, (_, config) -> {
            String model = config.text("model");
            if (model != null && Fitting.fits(model, ProviderContent.MODEL_MAX)) {
                models.add(SystemWords.flag(config.rest().get("is_default")) ? 0 : models.size(), model);
            }
        });
        if (models.isEmpty()) {
            row.problems()
                    .report(row.place(), Code.UNKNOWN_VALUE, "No model is named for it: choose its default model here");
            return NO_MODEL;
        }
        return models.getFirst();
    }
}

package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a database of Promptliano. */
final class PromptlianoSystem extends SystemDatabase {
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

    PromptlianoSystem(SystemTables tables, PlainParts parts, Runnable end) {
        super(tables, parts, end);
        tables.index("tickets", "project_id");
        tables.index("ticket_tasks", "ticket_id");
        tables.index("chat_messages", "chat_id");
        tables.index("queue_items", "queue_id");
        tables.index("prompt_projects", "project_id");
        tables.index("prompts", "id");
        tables.index("model_configs", "provider");
        tables.rows(PROJECTS, Where.ALL, List.of("id"), problems, this::project);
        // Chats and prompts, and rows whose project has gone.
        if (LOOSE_TABLES.stream().anyMatch(table -> tables.count(table, loose()) > looseAndShared(table))) {
            addLoose("Promptliano");
        }
        tables.rows("provider_keys", Where.ALL, List.of("id"), problems, (_, row) -> provider(row));
        tables.nameDangling("ticket_tasks", "ticket_id", "tickets", problems);
        tables.nameDangling("chat_messages", "chat_id", "chats", problems);
        tables.nameDangling("queues", "project_id", PROJECTS, problems);
        tables.nameDangling("queue_items", "queue_id", "queues", problems);
        tables.nameOthers(TABLES, problems);
        problems.reportLosses();
    }

    /** Older prompts are in projects by a table of their own. */
    private long looseAndShared(String table) {
        return table.equals("prompts") && tables.has("prompt_projects") ? tables.count(table, loose()) : 0;
    }

    @Override
    void read(@Nullable String project, boolean takesLoose, Consumer<Imported> sink, Problems told) {
        List<Where> rows = new ArrayList<>();
        if (project != null) {
            rows.add(SystemTables.of("project_id", project));
        }
        if (takesLoose) {
            rows.add(loose());
        }
        new PromptlianoProject(tables, parts, sink, told).read(project, rows);
    }

    private void project(String id, Source row) {
        String name = Objects.requireNonNullElse(row.text("name"), "Project " + id);
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String unique = uniqueProjectName(fit.text("name", name, ProjectContent.NAME_MAX));
        if (!Text.uniqueKey(unique).equals(Text.uniqueKey(Text.trimmed(name)))) {
            row.report(Code.DUPLICATE, "Its name is taken: imported as " + unique);
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
        add(new ForeignProject(id, content, List.of()));
    }

    /** Imports a provider; problems with its key are reported without the key. */
    private void provider(Source row) {
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
            row.report(Code.MALFORMED, "Its key is none: it was left out");
        }
        if (key != null && variable != null) {
            row.report(Code.NOT_CARRIED_OVER, "secret_ref: it has a key, which was taken instead");
        }
        String env = key == null ? variable : null;
        add(row, new ProviderRow(name, type, url, model(word, row), env, key, active, isDefault));
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
            row.report(Code.UNKNOWN_VALUE, "No model is named for it: choose its default model here");
            return ForeignProvider.NO_MODEL;
        }
        return models.getFirst();
    }
}

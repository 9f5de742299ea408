package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.agent.TravellingAgent;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.memory.TravellingMemory;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.memory.Importance;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryType;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.ProjectWizSystem.ProjectWizPerson;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one project of Project Wiz. */
final class ProjectWizProject {
    private static final List<String> BY_TIME = List.of("created_at", "id");

    private final SystemTables tables;
    private final PlainParts parts;
    private final Map<String, ProjectWizPerson> users;
    private final Map<String, String> providers;
    private final Consumer<Imported> sink;
    private final Problems problems;
    private final SystemTalk talk;
    private final Set<String> channels = new HashSet<>();

    ProjectWizProject(
            SystemTables tables,
            PlainParts parts,
            Map<String, ProjectWizPerson> users,
            Map<String, String> providers,
            Consumer<Imported> sink,
            Problems problems) {
        this.tables = tables;
        this.parts = parts;
        this.users = users;
        this.providers = providers;
        this.sink = sink;
        this.problems = problems;
        this.talk = new SystemTalk(tables, sink, problems);
    }

    /**
     * @param project null for what is in none
     * @param takesLoose whether what is in none is told too
     */
    void read(@Nullable String project, boolean takesLoose) {
        if (project != null) {
            Where own = SystemTables.of("project_id", project);
            tables.rows(
                    "issues",
                    own,
                    BY_TIME,
                    problems,
                    (id, row) -> sink.accept(new ProjectWizIssue(tables, users, id, row).ticket()));
            tables.rows("project_channels", own, BY_TIME, problems, (id, row) -> channel(id, row, "source_id"));
            tables.rows("channels", own, BY_TIME, problems, (id, row) -> channel(id, row, "source_id"));
            tables.rows("conversations", own, BY_TIME, problems, (id, row) -> channel(id, row, "conversation_id"));
            for (String join : List.of("project_memory", "team_memory")) {
                tables.rows(join, own, List.of(), problems, (_, row) -> joined(join, row));
            }
        }
        if (takesLoose) {
            tables.rows("direct_messages", Where.ALL, BY_TIME, problems, this::direct);
            tables.rows(
                    "conversations",
                    tables.has("conversations", "project_id") ? SystemDatabase.loose() : Where.ALL,
                    BY_TIME,
                    problems,
                    (id, row) -> channel(id, row, "conversation_id"));
            tables.rows("agent_memory", Where.ALL, List.of(), problems, (_, row) -> joined("agent_memory", row));
            tables.rows("agent_memories", Where.ALL, BY_TIME, problems, (_, row) -> remembered(row));
        }
        Set<String> names = new HashSet<>();
        tables.rows("agents", Where.ALL, BY_TIME, problems, (id, row) -> agent(project, id, row, names));
    }

    private void channel(String id, Source row, String column) {
        if (left(row)) {
            return;
        }
        String type = Objects.requireNonNullElse(row.text("type"), "channel");
        String name = Objects.requireNonNullElse(row.text("name"), type + " " + id);
        if (type.equals("dm")) {
            begin(row, ConversationKind.CHAT, name, between("conversation_participants", "conversation_id", id));
        } else {
            begin(row, ConversationKind.CHANNEL, SystemWords.unique(name, channels), null);
        }
        messages(column, id);
    }

    private void direct(String id, Source row) {
        if (left(row)) {
            return;
        }
        String name = Objects.requireNonNullElse(row.text("name"), "Direct message " + id);
        begin(row, ConversationKind.CHAT, name, between("direct_message_participants", "direct_message_id", id));
        messages("source_id", id);
    }

    /** Returns whether the row was deleted there, and reports that it is left out. */
    private boolean left(Source row) {
        boolean gone = row.hasTime("deactivated_at");
        if (gone) {
            problems.report(row.place(), Code.NOT_CARRIED_OVER, "It was deleted there: left out with what was said");
        }
        return gone;
    }

    private void begin(Source row, ConversationKind kind, String name, @Nullable String people) {
        Instant created = row.time("created_at");
        Instant archived = row.time("archived_at");
        String written = row.text("description");
        String description = written == null ? people : people == null ? written : written + "\n\n" + people;
        row.rest().remove("project_id");
        talk.begin(row, kind, name, description, created, archived);
        row.dropEmpty();
        row.loseRest(row.place().substring(0, row.place().indexOf('/')));
    }

    private @Nullable String between(String table, String column, String id) {
        List<String> names = new ArrayList<>();
        tables.rows(table, SystemTables.of(column, id), List.of("created_at"), problems, (_, row) -> {
            ProjectWizPerson person = users.get(Objects.requireNonNullElse(row.text("participant_id"), ""));
            if (person != null) {
                names.add(person.name());
            }
            row.rest().remove(column);
            row.dropEmpty();
            row.loseRest(table);
        });
        return names.isEmpty() ? null : "Between " + String.join(", ", names);
    }

    private void messages(String column, String id) {
        tables.rows("messages", SystemTables.of(column, id), BY_TIME, problems, (_, row) -> {
            String author = Objects.requireNonNullElse(
                    row.text("author_id"), Objects.requireNonNullElse(row.text("sender_id"), ""));
            ProjectWizPerson person = users.get(author);
            row.rest().remove(List.of("source_type", "source_id", "conversation_id"));
            talk.message(
                    row,
                    person == null ? null : person.name(),
                    person != null && person.agent() ? MessageRole.ASSISTANT : MessageRole.USER);
        });
    }

    private void joined(String table, Source join) {
        String id = join.text("memory_id");
        join.rest().remove("project_id");
        join.dropEmpty();
        join.loseRest(table);
        if (id != null) {
            tables.rows("memory", SystemTables.of("id", id), List.of(), problems, (_, row) -> remembered(row));
        }
    }

    private void remembered(Source row) {
        Fitting fit = new Fitting(row.place(), row.rest(), problems);
        String content = row.text("content");
        if (content == null) {
            problems.report(row.place(), Code.MALFORMED, "Left out: it says nothing");
            return;
        }
        String summary = row.text("summary");
        Instant created = row.time("created_at");
        Instant archived = row.time("archived_at");
        MemoryType type = word(row, "type", MemoryType.values(), MemoryType.FACT);
        Importance importance = word(row, "importance", Importance.values(), Importance.MEDIUM);
        double score = row.rest().path("importance_score").asDouble(MemoryContent.SCORE_DEFAULT);
        List<String> keywords = SystemPrompts.labels(row, "keywords").stream()
                .filter(word -> !word.isBlank())
                .map(word -> Fitting.shortened(word.strip(), MemoryContent.KEYWORD_MAX))
                .distinct()
                .toList();
        if (keywords.size() > MemoryContent.KEYWORDS_MAX) {
            row.report(Code.NOT_CARRIED_OVER, "Keywords beyond the first %d".formatted(MemoryContent.KEYWORDS_MAX));
            keywords = keywords.subList(0, MemoryContent.KEYWORDS_MAX);
        }
        row.rest().remove("importance_score");
        try {
            MemoryContent memory = new MemoryContent(
                    fit.text("content", content, MemoryContent.CONTENT_MAX),
                    fit.optionalText("summary", summary, MemoryContent.SUMMARY_MAX),
                    type,
                    importance,
                    Math.clamp(score, 0, 1),
                    keywords);
            parts.deliver(new TravellingMemory(memory, created, archived, List.of()), sink);
        } catch (Invalid e) {
            problems.report(row.place(), Code.MALFORMED, "Left out: " + Problems.reason(e));
        }
        row.dropEmpty();
        row.loseRest("memory");
    }

    private static <E extends Enum<E>> E word(Source row, String column, E[] values, E otherwise) {
        String word = row.peek(column);
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                row.rest().remove(column);
                return value;
            }
        }
        return otherwise;
    }

    /** Imports an agent into this project; one that was given to certain projects works in these alone, any other in all. */
    private void agent(@Nullable String project, String id, Source row, Set<String> names) {
        Set<String> given = new HashSet<>();
        tables.rows(
                "project_agents",
                SystemTables.of("agent_id", id),
                List.of(),
                problems,
                (_, each) -> given.add(Objects.requireNonNullElse(each.text("project_id"), "")));
        if (!given.isEmpty() && !given.contains(Objects.requireNonNullElse(project, ""))) {
            return;
        }
        ProjectWizPerson person = users.get(Objects.requireNonNullElse(row.text("user_id"), id));
        String own = row.text("name");
        if (person != null && person.gone()) {
            problems.report(row.place(), Code.NOT_CARRIED_OVER, "It was deactivated there: left out");
            return;
        }
        Fitting fit = new Fitting(row.place(), row.rest(), problems);
        String name = own != null ? own : person == null ? "Agent " + id : person.name();
        String role = Objects.requireNonNullElse(row.text("role"), "Agent");
        String goal = Objects.requireNonNullElse(row.text("goal"), "");
        String backstory = Objects.requireNonNullElse(row.text("backstory"), "");
        String prompt = row.text("system_prompt");
        String provider = row.text("provider_id");
        ModelConfig model = model(row);
        AgentContent content = AgentContent.of(fit.text("role", role, AgentContent.ROLE_MAX))
                .withGoal(fit.text("goal", goal, AgentContent.GOAL_MAX))
                .withBackstory(fit.text("backstory", backstory, AgentContent.BACKSTORY_MAX))
                .withInstructions(fit.optionalText("system_prompt", prompt, AgentContent.INSTRUCTIONS_MAX))
                .withModelConfig(model);
        row.dropEmpty();
        parts.deliver(
                new TravellingAgent(
                        SystemWords.unique(Fitting.shortened(name.strip(), User.NAME_MAX), names),
                        Role.EDITOR,
                        provider == null ? null : providers.get(provider),
                        content.withConfiguration(fit.json(AgentContent.CONFIGURATION_MAX))),
                sink);
    }

    /** Returns the model's settings; parts that cannot be used stay in the configuration. */
    private static ModelConfig model(Source row) {
        JsonNode config = SystemTables.json(row, "model_config");
        if (config == null || !config.isObject()) {
            return ModelConfig.DEFAULT;
        }
        try {
            ModelConfig model = new ModelConfig(
                    config.path("model").isTextual()
                            ? Fitting.shortened(config.path("model").textValue(), ProviderContent.MODEL_MAX)
                            : null,
                    config.path("temperature").isNumber()
                            ? config.path("temperature").doubleValue()
                            : null,
                    config.path("maxTokens").isInt() ? config.path("maxTokens").intValue() : null,
                    config.path("topP").isNumber() ? config.path("topP").doubleValue() : null,
                    null);
            Set<String> others = new HashSet<>();
            config.fieldNames().forEachRemaining(others::add);
            others.removeAll(Set.of("model", "temperature", "maxTokens", "topP"));
            if (others.isEmpty()) {
                row.rest().remove("model_config");
            }
            return model;
        } catch (Invalid e) {
            row.report(Code.UNKNOWN_VALUE, "model_config: " + Problems.reason(e));
            return ModelConfig.DEFAULT;
        }
    }
}

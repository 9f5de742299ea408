package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.agent.TravellingAgent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one project of Promptliano. */
final class PromptlianoProject {
    private static final String SELECTED_TITLE = "Selected files";

    private final SystemTables tables;
    private final PlainParts parts;
    private final Consumer<Imported> sink;
    private final Problems problems;
    private final SystemPrompts prompts;

    PromptlianoProject(SystemTables tables, PlainParts parts, Consumer<Imported> sink, Problems problems) {
        this.tables = tables;
        this.parts = parts;
        this.sink = sink;
        this.problems = problems;
        this.prompts = new SystemPrompts(parts, sink);
    }

    /**
     * @param project null for what is in none
     * @param rows which rows of a table with a {@code project_id} are its own
     */
    void read(@Nullable String project, List<Where> rows) {
        PromptlianoQueues queues = new PromptlianoQueues(tables, sink, problems);
        rows.forEach(queues::readQueues);
        for (Where where : rows) {
            tables.rows("tickets", where, List.of("id"), problems, (id, row) -> ticket(id, row, queues));
        }
        queues.deliver();
        SystemTalk talk = new SystemTalk(tables, sink, problems);
        for (Where where : rows) {
            tables.rows("chats", where, List.of("id"), problems, talk::chat);
        }
        for (Where where : rows) {
            tables.rows("prompts", where, List.of("id"), problems, (_, row) -> prompts.prompt(row));
        }
        if (project != null) {
            tables.rows(
                    "prompt_projects", SystemTables.of("project_id", project), List.of("id"), problems, this::shared);
        }
        Set<String> names = new HashSet<>();
        tables.rows("claude_agents", Where.ALL, List.of("id"), problems, (id, row) -> agent(id, row, names));
        selected(rows);
    }

    private void ticket(String id, Source row, PromptlianoQueues queues) {
        PromptlianoTicket reader = new PromptlianoTicket(tables, id, row, queues);
        ImportedTicket ticket = reader.ticket();
        if (ticket == null) {
            sink.accept(new Imported.Skipped(reader.externalId()));
        } else {
            sink.accept(ticket);
        }
    }

    /** A row that says which prompt is in a project, too. */
    private void shared(String id, Source row) {
        String prompt = row.text("prompt_id");
        if (prompt != null) {
            tables.rows(
                    "prompts",
                    SystemTables.of("id", prompt),
                    List.of(),
                    problems,
                    (_, shared) -> prompts.prompt(shared));
        }
    }

    /** Imports an agent into each project, since agents of Promptliano work in all of them. */
    private void agent(String id, Source row, Set<String> names) {
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String name = Objects.requireNonNullElse(row.text("name"), id);
        String description = Objects.requireNonNullElse(row.text("description"), "");
        String instructions = row.text("instructions");
        String model = row.text("model");
        boolean active = row.rest().path("is_active").asInt(1) != 0;
        if (active) {
            row.rest().remove("is_active");
        } else {
            row.report(Code.UNKNOWN_VALUE, "It was not active; here it answers when it is asked");
        }
        AgentContent content = AgentContent.of("Agent")
                .withGoal(fit.text("description", description, AgentContent.GOAL_MAX))
                .withInstructions(fit.optionalText("instructions", instructions, AgentContent.INSTRUCTIONS_MAX))
                .withModelConfig(
                        ModelConfig.DEFAULT.withModel(fit.optionalText("model", model, ProviderContent.MODEL_MAX)));
        row.rest().put("id", id);
        row.dropEmpty();
        String unique = SystemWords.unique(fit.text("name", name, User.NAME_MAX), names);
        parts.deliver(
                new TravellingAgent(
                        unique, Role.EDITOR, null, content.withConfiguration(fit.json(AgentContent.CONFIGURATION_MAX))),
                sink);
    }

    /** Files are found again when the project's folder is indexed; which ones were chosen stands in a document. */
    private void selected(List<Where> rows) {
        StringBuilder list = new StringBuilder();
        for (Where where : rows) {
            tables.rows("selected_files", where, List.of("file_id"), problems, (_, row) -> {
                String file = Objects.requireNonNullElse(row.text("file_id"), "?");
                String project = Objects.requireNonNullElse(row.text("project_id"), "");
                String reason = row.text("selection_reason");
                JsonNode active = row.rest().remove("is_active");
                row.dropEmpty();
                row.loseRest("selected_files");
                String prefix = project + "_";
                if (list.length() > RevisionText.BYTES_MAX) {
                    return; // All of it is left out, however much more there is.
                }
                list.append("- ")
                        .append(file.startsWith(prefix) ? file.substring(prefix.length()) : file)
                        .append(reason == null ? "" : ": " + reason)
                        .append(active != null && !SystemWords.flag(active) ? " (put aside)" : "")
                        .append('\n');
            });
        }
        String text = "# Selected files\n\n" + list;
        if (list.isEmpty()) {
            return;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > RevisionText.BYTES_MAX) {
            problems.report("selected_files", Code.NOT_CARRIED_OVER, "Left out: it is larger than a document may be");
            return;
        }
        sink.accept(new ImportedArtifact(
                new CreateArtifact(
                        ArtifactType.DOCUMENT, SELECTED_TITLE, ArtifactFormat.MARKDOWN, RevisionText.of(text)),
                ArtifactStatus.DRAFT));
    }
}

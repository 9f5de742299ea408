package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The prompts of one project of another system; each is known by its title. */
final class SystemPrompts {
    private final PlainParts parts;
    private final Consumer<Imported> sink;
    private final Set<String> titles = new HashSet<>();

    SystemPrompts(PlainParts parts, Consumer<Imported> sink) {
        this.parts = parts;
        this.sink = sink;
    }

    void prompt(Source row) {
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String title = Objects.requireNonNullElse(row.text("title"), row.place());
        JsonNode raw = row.rest().remove("content");
        String content = raw == null ? "" : raw.asText();
        String description = row.text("description");
        row.rest().remove("project_id");
        row.lose("prompts", List.of("created_at", "updated_at"));
        List<String> labels = labels(row, "tags");
        if (content.isBlank()) {
            row.report(Code.MALFORMED, "Left out: it has no content");
            return;
        }
        if (!Fitting.fits(content, PromptContent.CONTENT_MAX)) {
            row.report(
                    Code.SHORTENED,
                    "content: cut to %d characters, the rest is lost".formatted(PromptContent.CONTENT_MAX));
            content = Fitting.shortened(content, PromptContent.CONTENT_MAX);
        }
        String fitting = SystemWords.unique(fit.text("title", title, PromptContent.TITLE_MAX), titles);
        String fittingDescription = fit.optionalText("description", description, PromptContent.DESCRIPTION_MAX);
        List<String> fittingLabels = fit.labels(labels);
        row.dropEmpty();
        parts.deliver(
                new PromptContent(
                        fitting, content, fittingDescription, fittingLabels, fit.json(PromptContent.METADATA_MAX)),
                sink);
    }

    /** The texts of a column that holds them as JSON; anything else in it stays. */
    static List<String> labels(Source row, String column) {
        JsonNode value = SystemTables.json(row, column);
        if (value == null) {
            return List.of();
        }
        return value.isArray() ? row.texts(column) : new ArrayList<>();
    }
}

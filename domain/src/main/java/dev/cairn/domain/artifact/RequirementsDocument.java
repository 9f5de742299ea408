package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.ProjectContent;
import java.util.List;

/** Writes everything that was collected as a Markdown document. */
final class RequirementsDocument {
    private final StringBuilder text = new StringBuilder();

    private RequirementsDocument() {}

    static String of(ProjectContent project, CollectedData data) {
        RequirementsDocument document = new RequirementsDocument();
        document.text.append("# Requirements: ").append(md(project.name())).append('\n');
        project.description().lines().filter(line -> !line.isBlank()).forEach(line -> document.paragraph(md(line)));
        document.goals(data.goals());
        document.boundaries(data.boundaries());
        document.actors(data.actors());
        document.useCases(data.useCases());
        document.entities(data.entities());
        return document.text.toString();
    }

    private void goals(List<String> goals) {
        section("Goals", goals);
        list(goals);
    }

    private void boundaries(Boundaries boundaries) {
        section("Boundaries", boundaries.all());
        boundary("Inside the system", boundaries.internal());
        boundary("Outside the system", boundaries.external());
        boundary("In scope", boundaries.inScope());
        boundary("Out of scope", boundaries.outOfScope());
    }

    private void boundary(String title, List<String> statements) {
        if (!statements.isEmpty()) {
            paragraph("### " + title);
            list(statements);
        }
    }

    private void actors(List<Actor> actors) {
        section("Actors", actors);
        for (Actor actor : actors) {
            paragraph("### %s (%s)".formatted(md(actor.name()), Wire.of(actor.type())));
            list(actor.goals());
        }
    }

    private void useCases(List<UseCase> useCases) {
        section("Use cases", useCases);
        for (UseCase useCase : useCases) {
            paragraph("### " + md(useCase.name()));
            if (useCase.actor() != null) {
                paragraph("Actor: " + md(useCase.actor()));
            }
            if (!useCase.steps().isEmpty()) {
                text.append('\n');
            }
            int number = 1;
            for (String step : useCase.steps()) {
                text.append(number++).append(". ").append(md(step)).append('\n');
            }
        }
    }

    private void entities(List<Entity> entities) {
        section("Entities", entities);
        for (Entity entity : entities) {
            paragraph("### " + md(entity.name()));
            if (!entity.attributes().isEmpty()) {
                paragraph("| Attribute | Type |\n|---|---|");
                entity.attributes()
                        .forEach(a -> text.append(
                                "| %s | %s |\n".formatted(md(a.name()), a.type() == null ? "" : md(a.type()))));
            }
            list(entity.relationships().stream()
                    .map(r -> r.label() == null ? r.target() : r.label() + ": " + r.target())
                    .toList());
        }
    }

    private void section(String title, List<?> entries) {
        paragraph("## " + title);
        if (entries.isEmpty()) {
            paragraph("Nothing has been collected.");
        }
    }

    private void list(List<String> entries) {
        if (!entries.isEmpty()) {
            text.append('\n');
        }
        entries.forEach(entry -> text.append("- ").append(md(entry)).append('\n'));
    }

    private void paragraph(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
    }

    private static String md(String text) {
        return MarkdownText.of(text);
    }
}

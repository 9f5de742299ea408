package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportSink;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.json.JsonTrees;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Cairn's own JSON Lines: the project, then what is collected, its artifacts, queues and tickets, one a line. */
final class CairnFormat implements TrackerFormat {
    private static final String EXPECTED =
            "Cairn's JSON Lines, whose first line is {\"cairn\":%d,\"project\":{...}}".formatted(CairnWriter.VERSION);

    /** All that were ever written. */
    private static final List<String> VERSIONS = List.of("1", String.valueOf(CairnWriter.VERSION));

    private final List<PlainPart<?>> parts;

    /** @param parts whose lines it knows besides its own */
    CairnFormat(List<PlainPart<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    CairnFormat() {
        this(List.of());
    }

    @Override
    public String name() {
        return "cairn";
    }

    @Override
    public void read(InputStream file, ImportSink sink) throws IOException {
        Lines lines = Lines.of(file, EXPECTED);
        header(lines, sink);
        Problems problems = new Problems(sink);
        Set<String> externalIds = new HashSet<>();
        CairnNumbers numbers = new CairnNumbers(problems);
        while (lines.next()) {
            Source source = JsonLine.object(lines, EntryReader.OWN_DEPTH_MAX, problems);
            if (source != null) {
                entry(source, externalIds, numbers, problems).accept(sink);
            }
        }
    }

    private static void header(Lines lines, ImportSink sink) throws IOException {
        if (!lines.next()) {
            throw Problems.notOfFormat(EXPECTED, "an empty file");
        }
        Header found = new Header();
        Source source = JsonLine.object(lines, EntryReader.OWN_DEPTH_MAX, new Problems(found));
        if (source == null || !found.problem.isEmpty()) {
            throw Problems.notOfFormat(EXPECTED, found.problem);
        }
        JsonNode version = source.rest().remove("cairn");
        if (version == null || !VERSIONS.contains(Fitting.compact(version))) {
            throw Problems.notOfFormat(
                    EXPECTED, version == null ? "a first line without it" : "the version " + Fitting.compact(version));
        }
        sink.project(project(source));
    }

    private static ImportedProject project(Source source) {
        try {
            return project(CairnFields.of("the first line", source.rest()));
        } catch (Invalid e) {
            throw Problems.notOfFormat(EXPECTED, e.reason());
        }
    }

    private static ImportedProject project(CairnFields line) {
        CairnFields project = line.object("project");
        line.end();
        new ProjectKey(project.text("key"));
        ProjectContent content = new ProjectContent(
                project.text("name"),
                project.text("description", ""),
                project.optionalText("localPath"),
                project.optionalText("gitUrl"),
                project.optionalText("branch"));
        ProjectStatus status = project.word("status", ProjectStatus.class, ProjectStatus.DRAFT);
        Integer nextNumber =
                Limits.optionalRange("nextNumber", project.optionalInteger("nextNumber"), 1, TicketKey.NUMBER_MAX + 1);
        CairnFields settings = project.object("settings");
        project.end();
        ProjectSettings read = new ProjectSettings(settings.bool("autoCompleteTickets"));
        settings.end();
        return new ImportedProject(
                content,
                status,
                read,
                // A copy has room for new tickets, as its own high numbers are given anew.
                nextNumber == null ? null : Integer.valueOf(Math.min(nextNumber, TicketKey.NUMBER_WANTED_MAX + 1)));
    }

    /** What to do with the line. The sink is not called in here: what it refuses is not the line's fault. */
    private Consumer<ImportSink> entry(
            Source source, Set<String> externalIds, CairnNumbers numbers, Problems problems) {
        try {
            CairnFields line = CairnFields.of("the line", source.rest());
            if (line.rest().has("collectedData")) {
                CollectedData data =
                        CollectedTree.read(JsonTrees.read(line.rest().remove("collectedData")));
                line.end();
                return sink -> sink.collected(data);
            }
            if (line.rest().has("artifact")) {
                ImportedArtifact artifact = artifact(line.object("artifact"));
                line.end();
                return sink -> sink.artifact(artifact);
            }
            if (line.rest().has("queue")) {
                ImportedQueue queue = queue(line.object("queue"));
                line.end();
                return sink -> sink.queue(queue);
            }
            Optional<Consumer<ImportSink>> part = CairnParts.read(source.place(), line, parts, problems);
            if (part.isPresent()) {
                line.end();
                return part.get();
            }
            CairnTicket.Read ticket = CairnTicket.read(source.place(), line.object("ticket"), numbers);
            line.end();
            if (externalIds.add(ticket.ticket().externalId())) {
                return sink -> sink.ticket(ticket.ticket(), ticket.extras());
            }
            problems.report(source.place(), Code.DUPLICATE, "Left out: the id is taken by an earlier line");
        } catch (Invalid e) {
            problems.report(source.place(), Code.MALFORMED, Problems.oneLine(e.reason()));
        }
        return sink -> {};
    }

    private static ImportedQueue queue(CairnFields fields) {
        QueueContent queue = new QueueContent(
                fields.text("name"),
                fields.optionalText("description"),
                fields.integer("maxParallel", QueueContent.PARALLEL_DEFAULT),
                fields.integer("leaseSeconds", QueueContent.LEASE_SECONDS_DEFAULT),
                fields.integer("maxAttempts", QueueContent.ATTEMPTS_DEFAULT),
                fields.integer("maxStalls", QueueContent.STALLS_DEFAULT),
                fields.rest().hasNonNull("feeds") ? feeds(fields.object("feeds")) : null);
        fields.rest().remove("feeds");
        boolean active = !fields.rest().has("active") || fields.bool("active");
        fields.end();
        return new ImportedQueue(queue, active);
    }

    private static WorkFilter feeds(CairnFields fields) {
        List<TicketType> types = fields.texts("types").stream()
                .map(type -> CairnFields.constant("types", TicketType.class, type))
                .toList();
        String least = fields.optionalText("minPriority");
        WorkFilter filter = new WorkFilter(
                fields.texts("labels"),
                types,
                least == null ? null : CairnFields.constant("minPriority", Priority.class, least));
        fields.end();
        return filter;
    }

    private static ImportedArtifact artifact(CairnFields fields) {
        ArtifactType type = fields.word("type", ArtifactType.class, ArtifactType.DOCUMENT);
        CreateArtifact content = new CreateArtifact(
                type,
                fields.text("title"),
                fields.word("format", ArtifactFormat.class, type.format()),
                RevisionText.of(fields.text("content")));
        ArtifactStatus status = fields.word("status", ArtifactStatus.class, ArtifactStatus.DRAFT);
        fields.end();
        return new ImportedArtifact(content, status);
    }

    /** Catches what is wrong with the first line, where it ends the import. */
    private static final class Header implements ImportSink {
        private String problem = "";

        @Override
        public void ticket(ImportedTicket ticket) {}

        @Override
        public void skipped(String externalId) {}

        @Override
        public void problem(ImportProblem found) {
            problem = found.message();
        }
    }
}

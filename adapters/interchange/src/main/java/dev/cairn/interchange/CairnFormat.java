package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.json.FieldReader;
import dev.cairn.json.JsonTrees;
import dev.cairn.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cairn's own JSON Lines: the project, then collected data, artifacts, queues and tickets, one a line; a long ticket has
 * several.
 */
final class CairnFormat implements TrackerFormat {
    private static final String EXPECTED =
            "Cairn's JSON Lines, whose first line is {\"cairn\":%d,\"project\":{...}}".formatted(CairnWriter.VERSION);

    private static final StrictJson JSON = new StrictJson(EntryReader.OWN_DEPTH_MAX);

    /** All versions of the format that were ever written. */
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
    public void read(InputStream file, Consumer<Imported> sink) throws IOException {
        Lines lines = Lines.of(file, EXPECTED);
        header(lines, sink);
        Problems problems = new Problems(sink);
        Set<String> externalIds = new HashSet<>();
        CairnNumbers numbers = new CairnNumbers(problems);
        Imported waiting = null; // A ticket may go on in the next line.
        while (lines.next()) {
            Source source = JsonLine.object(lines, EntryReader.OWN_DEPTH_MAX, problems);
            if (source != null && source.rest().has(CairnWriter.MORE)) {
                waiting = longer(waiting, source, numbers, problems);
                continue;
            }
            Imported read = source == null ? null : line(source, externalIds, numbers, problems);
            if (waiting != null) {
                sink.accept(waiting);
            }
            waiting = read;
        }
        if (waiting != null) {
            sink.accept(waiting);
        }
    }

    private @Nullable Imported longer(
            @Nullable Imported before, Source source, CairnNumbers numbers, Problems problems) {
        try {
            if (!(before instanceof ImportedTicket ticket)) {
                throw Invalid.of(
                        ErrorCode.INVALID, CairnWriter.MORE, "It goes on with a ticket that is not on the line before");
            }
            return new CairnLine(ticket.place(), numbers, parts).longer(ticket, JSON.entry(source.rest()));
        } catch (Invalid e) {
            problems.report(source.place(), Code.MALFORMED, Problems.reason(e));
            return before;
        }
    }

    private static void header(Lines lines, Consumer<Imported> sink) throws IOException {
        if (!lines.next()) {
            throw Problems.notOfFormat(EXPECTED, "an empty file");
        }
        List<String> found = new ArrayList<>();
        Problems problems = new Problems(each -> {
            if (each instanceof ImportProblem problem) {
                found.add(problem.message());
            }
        });
        Source source = JsonLine.object(lines, EntryReader.OWN_DEPTH_MAX, problems);
        if (source == null || !found.isEmpty()) {
            throw Problems.notOfFormat(EXPECTED, found.getLast());
        }
        JsonNode version = source.rest().remove("cairn");
        if (version == null || !VERSIONS.contains(JsonTrees.compact(version))) {
            throw Problems.notOfFormat(
                    EXPECTED,
                    version == null ? "a first line without it" : "the version " + JsonTrees.compact(version));
        }
        sink.accept(project(source));
    }

    private static ImportedProject project(Source source) {
        try {
            return project(JSON.entry(source.rest()));
        } catch (Invalid e) {
            throw Problems.notOfFormat(EXPECTED, Problems.reason(e));
        }
    }

    private static ImportedProject project(FieldReader line) {
        FieldReader project = line.object("project");
        line.end();
        Integer nextNumber = Limits.optionalRange(
                "nextNumber", project.take("nextNumber", Integer.class), 1, TicketKey.NUMBER_MAX + 1);
        ProjectKey key = new ProjectKey(project.require("key", String.class));
        ProjectStatus status = project.take("status", ProjectStatus.class, ProjectStatus.DRAFT);
        FieldReader settings = project.object("settings");
        return new ImportedProject(
                key,
                project.partial(ProjectContent.class).create("name", ProjectContent::named),
                status,
                // A copy has room for new tickets, as its own high numbers are given anew.
                nextNumber == null ? null : Integer.valueOf(Math.min(nextNumber, TicketKey.NUMBER_WANTED_MAX + 1)),
                settings.partial(ProjectSettings.class).of(ProjectSettings.DEFAULT));
    }

    /** Reads one line; returns null when it delivers nothing, which has been reported. */
    private @Nullable Imported line(Source source, Set<String> externalIds, CairnNumbers numbers, Problems problems) {
        String place = source.place();
        try {
            Imported read = new CairnLine(place, numbers, parts).read(JSON.entry(source.rest()));
            if (read instanceof Left(Map<String, Integer> counts)) {
                counts.forEach((what, count) -> problems.report(
                        place, Code.NOT_CARRIED_OVER, Problems.oneLine("%s: %s".formatted(what, count))));
                return null;
            }
            if (read instanceof ImportedTicket ticket && !externalIds.add(ticket.externalId())) {
                problems.report(place, Code.DUPLICATE, "Left out: the id is taken by an earlier line");
                return null;
            }
            return read;
        } catch (Invalid e) {
            problems.report(place, Code.MALFORMED, Problems.reason(e));
            return null;
        }
    }
}

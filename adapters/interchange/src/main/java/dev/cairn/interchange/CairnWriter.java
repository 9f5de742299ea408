package dev.cairn.interchange;

import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.Imported.Carried;
import dev.cairn.application.interchange.Imported.Collected;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedRevision;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.interchange.ImportedValidation;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cairn's own JSON Lines: each line names its kind; every field is written, null where there is no value. */
final class CairnWriter implements ExportWriter {
    static final int VERSION = 2;
    /** The kind of a line with more tasks and comments of the ticket before it. */
    static final String MORE = "more";

    /** A longer ticket goes on in further lines, far below what a reader takes of one. */
    private static final int LINE_BYTES = 8 * 1024 * 1024;

    private static final StrictJson JSON = new StrictJson(EntryReader.OWN_DEPTH_MAX);

    @Override
    public void write(OutputStream out, Carried line) throws IOException {
        byte[] whole = JSON.write(fields(line));
        if (whole.length > LINE_BYTES && line instanceof ImportedTicket ticket) {
            split(out, ticket);
        } else {
            line(out, whole);
        }
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static void split(OutputStream out, ImportedTicket ticket) throws IOException {
        line(out, JSON.write(fields(ticket.withTasks(List.of()).withComments(List.of()))));
        for (List<ImportedTask> some : portions(ticket.tasks())) {
            line(out, JSON.write(more(ticket, "tasks", some)));
        }
        for (List<ImportedComment> some : portions(ticket.comments())) {
            line(out, JSON.write(more(ticket, "comments", some)));
        }
    }

    private static Map<String, Object> more(ImportedTicket ticket, String field, List<?> some) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("ticket", ticket.externalId());
        more.put(field, some);
        return Map.of(MORE, more);
    }

    private static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        int room = 0;
        for (T each : all) {
            int length = JSON.write(Objects.requireNonNull(each)).length;
            if (portions.isEmpty() || length > room) {
                portions.add(new ArrayList<>());
                room = LINE_BYTES;
            }
            portions.getLast().add(each);
            room -= length;
        }
        return portions;
    }

    private static Map<String, Object> fields(Carried line) {
        return switch (line) {
            case ImportedProject project -> {
                Map<String, Object> first = new LinkedHashMap<>();
                first.put("cairn", VERSION);
                first.put("project", project);
                yield first;
            }
            case Collected(CollectedData data) -> Map.of("collectedData", CollectedTree.write(data));
            case ImportedValidation validation ->
                Map.of(
                        "validation",
                        Map.of(
                                "validatedAt", validation.validatedAt(),
                                "stale", validation.stale(),
                                "report", ReportTree.write(validation.report())));
            case ImportedArtifact artifact -> Map.of("artifact", artifact);
            case ImportedRevision revision -> Map.of("revision", revision);
            case ImportedConversation conversation -> Map.of("conversation", conversation);
            case ImportedMessage message -> Map.of("message", message);
            case Plain<?> plain -> Map.of(plain.part().kind(), plain.content());
            case ImportedQueue queue -> Map.of("queue", queue);
            case ImportedTicket ticket -> Map.of("ticket", ticket);
            case ImportedItem item -> Map.of("item", item);
            case Left left -> Map.of("left", left.counts());
        };
    }
}

package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedRevision;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.interchange.ImportedValidation;
import dev.cairn.application.interchange.TicketExtras;
import dev.cairn.application.interchange.TicketExtras.ChildExtras;
import dev.cairn.application.interchange.TicketExtras.ForeignId;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.interchange.SeenTree;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.json.JsonText;
import dev.cairn.json.Rfc3339;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cairn's own JSON Lines; every field is written, null where there is no value. */
final class CairnWriter implements ExportWriter {
    static final int VERSION = 2;

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    public void project(OutputStream out, Project project, ProjectSettings settings, int nextNumber)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("cairn", VERSION);
            json.writeObjectFieldStart("project");
            json.writeStringField("key", project.key().value());
            json.writeStringField("name", project.content().name());
            json.writeStringField("description", project.content().description());
            json.writeStringField("localPath", project.content().localPath());
            json.writeStringField("gitUrl", project.content().gitUrl());
            json.writeStringField("branch", project.content().branch());
            word(json, "status", project.status());
            json.writeNumberField("nextNumber", nextNumber);
            json.writeObjectFieldStart("settings");
            json.writeBooleanField("autoCompleteTickets", settings.autoCompleteTickets());
            json.writeEndObject();
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void collected(OutputStream out, CollectedData data) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("collectedData");
            json.writeRawValue(JsonText.of(CollectedTree.write(data)));
            end(json);
        }
    }

    @Override
    public void validation(OutputStream out, ImportedValidation validation) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("validation");
            time(json, "validatedAt", validation.validatedAt());
            json.writeBooleanField("stale", validation.stale());
            json.writeFieldName("report");
            json.writeRawValue(JsonText.of(ReportTree.write(validation.report())));
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void revision(OutputStream out, ImportedRevision revision) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("revision");
            json.writeStringField("author", revision.author());
            time(json, "createdAt", revision.createdAt());
            json.writeStringField("content", revision.content().text());
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void conversation(OutputStream out, ImportedConversation conversation) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("conversation");
            word(json, "kind", conversation.kind());
            json.writeStringField("title", conversation.title());
            word(json, "purpose", conversation.purpose());
            json.writeBooleanField("isDefault", conversation.isDefault());
            time(json, "createdAt", conversation.createdAt());
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void message(OutputStream out, ImportedMessage message) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("message");
            json.writeStringField("author", message.author());
            word(json, "role", message.role());
            json.writeStringField("content", message.content());
            time(json, "createdAt", message.createdAt());
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void item(OutputStream out, ImportedItem item) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("item");
            json.writeStringField("queue", item.queue());
            json.writeStringField("ticket", item.ticket());
            json.writeStringField("task", item.task());
            json.writeStringField("group", item.group());
            json.writeBooleanField("failed", item.failed());
            word(json, "priority", item.priority());
            json.writeNumberField("position", item.position());
            time(json, "enqueuedAt", item.enqueuedAt());
            time(json, "runAt", item.runAt());
            time(json, "finishedAt", item.finishedAt());
            json.writeNumberField("attempts", item.attempts());
            json.writeNumberField("stalls", item.stalls());
            json.writeBooleanField("prioritySet", item.prioritySet());
            json.writeBooleanField("positionSet", item.positionSet());
            json.writeStringField("lastError", item.lastError());
            json.writeStringField("note", item.note());
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void left(OutputStream out, Map<String, Integer> left) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("left");
            for (Map.Entry<String, Integer> each : left.entrySet()) {
                json.writeNumberField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void artifact(OutputStream out, ImportedArtifact imported) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("artifact");
            word(json, "type", imported.content().type());
            json.writeStringField("title", imported.content().content().title());
            word(json, "format", imported.content().format());
            word(json, "status", imported.status());
            json.writeStringField("content", imported.content().text().text());
            json.writeEndObject();
            end(json);
        }
    }

    @Override
    public void queue(OutputStream out, ImportedQueue imported) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("queue");
            QueueContent queue = imported.content();
            json.writeStringField("name", queue.name());
            json.writeStringField("description", queue.description());
            json.writeNumberField("maxParallel", queue.maxParallel());
            json.writeNumberField("leaseSeconds", queue.leaseSeconds());
            json.writeNumberField("maxAttempts", queue.maxAttempts());
            json.writeNumberField("maxStalls", queue.maxStalls());
            json.writeBooleanField("active", imported.active());
            if (queue.feeds() != null) {
                feeds(json, queue.feeds());
            }
            json.writeEndObject();
            end(json);
        }
    }

    private static void feeds(JsonGenerator json, WorkFilter feeds) throws IOException {
        json.writeObjectFieldStart("feeds");
        json.writeArrayFieldStart("labels");
        for (String label : feeds.labels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("types");
        for (TicketType type : feeds.types()) {
            json.writeString(Wire.of(type));
        }
        json.writeEndArray();
        if (feeds.minPriority() != null) {
            json.writeStringField("minPriority", Wire.of(feeds.minPriority()));
        }
        json.writeEndObject();
    }

    @Override
    public void plain(OutputStream out, String kind, Record content) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName(kind);
            json.writeRawValue(Contents.write(content));
            end(json);
        }
    }

    @Override
    public void ticket(OutputStream out, ImportedTicket ticket, TicketExtras extras) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("ticket");
            content(json, ticket);
            time(json, "createdAt", ticket.createdAt());
            time(json, "updatedAt", ticket.updatedAt());
            time(json, "startedAt", ticket.startedAt());
            time(json, "completedAt", ticket.completedAt());
            time(json, "archivedAt", ticket.archivedAt());
            json.writeStringField("parent", ticket.parent());
            json.writeStringField("assignee", extras.assignee());
            aliases(json, extras.aliases());
            tasks(json, ticket.tasks(), extras);
            comments(json, ticket.comments(), extras);
            links(json, ticket.links());
            json.writeEndObject();
            end(json);
        }
    }

    private static void content(JsonGenerator json, ImportedTicket ticket) throws IOException {
        json.writeStringField("externalId", ticket.externalId());
        number(json, "number", ticket.number());
        word(json, "type", ticket.type());
        json.writeStringField("title", ticket.title());
        json.writeStringField("overview", ticket.overview());
        word(json, "status", ticket.status());
        word(json, "priority", ticket.priority());
        texts(json, "labels", ticket.labels());
        texts(json, "acceptanceCriteria", ticket.acceptanceCriteria());
        number(json, "estimatedMinutes", ticket.estimatedMinutes());
        time(json, "dueAt", ticket.dueAt());
        json.writeNumberField("position", ticket.position());
        json.writeFieldName("metadata");
        json.writeRawValue(ticket.metadata().text());
    }

    private static void tasks(JsonGenerator json, List<ImportedTask> tasks, TicketExtras extras) throws IOException {
        json.writeArrayFieldStart("tasks");
        for (ImportedTask task : tasks) {
            json.writeStartObject();
            json.writeStringField("externalId", task.externalId());
            json.writeStringField("content", task.content());
            json.writeStringField("description", task.description());
            word(json, "status", task.status());
            texts(json, "labels", task.labels());
            number(json, "estimatedMinutes", task.estimatedMinutes());
            texts(json, "dependsOn", task.dependsOn());
            ChildExtras more = extras.children().getOrDefault(task.externalId(), ChildExtras.NONE);
            json.writeStringField("assignee", more.assignee());
            time(json, "createdAt", more.createdAt());
            time(json, "updatedAt", more.updatedAt());
            aliases(json, more.aliases());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void comments(JsonGenerator json, List<ImportedComment> comments, TicketExtras extras)
            throws IOException {
        json.writeArrayFieldStart("comments");
        for (ImportedComment comment : comments) {
            json.writeStartObject();
            json.writeStringField("externalId", comment.externalId());
            json.writeStringField("author", comment.author());
            json.writeStringField("content", comment.content());
            time(json, "createdAt", comment.createdAt());
            time(json, "editedAt", comment.editedAt());
            aliases(
                    json,
                    extras.children()
                            .getOrDefault(comment.externalId(), ChildExtras.NONE)
                            .aliases());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The ids it has in other trackers, with what was seen of them: importing those again updates here, too. */
    private static void aliases(JsonGenerator json, List<ForeignId> aliases) throws IOException {
        json.writeArrayFieldStart("aliases");
        for (ForeignId alias : aliases) {
            json.writeStartObject();
            json.writeStringField("source", alias.source());
            json.writeStringField("externalId", alias.externalId());
            json.writeFieldName("seen");
            Seen seen = alias.seen();
            if (seen == null) {
                json.writeNull();
            } else {
                json.writeRawValue(JsonText.of(SeenTree.write(seen)));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void links(JsonGenerator json, List<ImportedLink> links) throws IOException {
        json.writeArrayFieldStart("links");
        for (ImportedLink link : links) {
            json.writeStartObject();
            word(json, "kind", link.kind());
            json.writeBooleanField("outgoing", link.outgoing());
            json.writeStringField("other", link.other());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void word(JsonGenerator json, String name, Enum<?> value) throws IOException {
        json.writeStringField(name, Wire.of(value));
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant value) throws IOException {
        json.writeStringField(name, value == null ? null : Rfc3339.format(value));
    }
}

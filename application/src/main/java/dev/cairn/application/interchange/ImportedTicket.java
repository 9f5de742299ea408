package dev.cairn.application.interchange;

import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a tracker's file has it, in Cairn's words. A format shortens what is too long for a content, keeps the whole in
 * its metadata and reports it. Whom it names and what it hangs on stand beside the content, by the file's names; who has it,
 * its other ids, and the same of its children, only Cairn's own format says (I8).
 *
 * @param place line or path in the file, for problems
 * @param externalId unique within the file
 * @param number wanted ticket number; given anew when it is taken or absent
 * @param parent external id of the parent
 * @param assignee by name
 * @param aliases the ids it had in trackers before
 * @param links to other tickets; a link may point forward in the file, or nowhere
 */
@RecordBuilder
public record ImportedTicket(
        String place,
        String externalId,
        @Nullable Integer number,
        TicketContent content,
        TicketStatus status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant archivedAt,
        @Nullable String parent,
        @Nullable String assignee,
        List<ForeignId> aliases,
        List<ImportedTask> tasks,
        List<ImportedComment> comments,
        List<ImportedLink> links)
        implements ImportedTicketBuilder.With, Imported.Carried {

    /** An id in another tracker, with what its last import saw. */
    public record ForeignId(
            String source, String externalId, @Nullable Seen seen) {}

    /**
     * A task, in the order of the list.
     *
     * @param externalId unique within the file: begins with the ticket's
     * @param dependsOn external ids of tasks of the same ticket
     */
    public record ImportedTask(
            String place,
            String externalId,
            TaskContent content,
            TaskStatus status,
            List<String> dependsOn,
            @Nullable String assignee,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            List<ForeignId> aliases) {
        public ImportedTask {
            dependsOn = List.copyOf(dependsOn);
            aliases = List.copyOf(aliases);
        }
    }

    /** A comment; {@code externalId} is unique within the file and begins with the ticket's. */
    public record ImportedComment(
            String externalId,
            String author,
            String content,
            @Nullable Instant createdAt,
            @Nullable Instant editedAt,
            List<ForeignId> aliases) {
        public ImportedComment {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A link from this ticket ({@code outgoing}) or to it.
     *
     * @param other external id of the ticket at the other end
     */
    public record ImportedLink(String place, LinkKind kind, boolean outgoing, String other) {}

    public ImportedTicket {
        aliases = List.copyOf(aliases);
        tasks = List.copyOf(tasks);
        comments = List.copyOf(comments);
        links = List.copyOf(links);
    }

    /** Makes a ticket with these fields only. */
    public static ImportedTicket of(String place, String externalId, TicketContent content, TicketStatus status) {
        return new ImportedTicket(
                place,
                externalId,
                null,
                content,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns the ticket as blocked, with one more label that gives the reason. */
    public ImportedTicket blocked(String label) {
        List<String> labels = Stream.concat(
                        content.labels().stream().limit(TicketContent.LABELS_MAX - 1L), Stream.of(label))
                .distinct()
                .toList();
        return withContent(content.withLabels(labels)).withStatus(TicketStatus.BLOCKED);
    }
}

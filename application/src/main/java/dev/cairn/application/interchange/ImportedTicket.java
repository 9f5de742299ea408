package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a tracker's file has it, in Cairn's words. Texts are within the limits of the domain: a format shortens
 * what is too long, keeps the whole in {@code metadata} and reports it.
 *
 * @param place line or path in the file, for problems
 * @param number wanted ticket number; given anew when it is taken or absent
 * @param externalId unique within the file
 * @param parent external id of the parent
 * @param links to other tickets; a link may point forward in the file, or nowhere
 */
public record ImportedTicket(
        String place,
        String externalId,
        @Nullable Integer number,
        TicketType type,
        String title,
        String overview,
        TicketStatus status,
        Priority priority,
        List<String> labels,
        List<String> acceptanceCriteria,
        @Nullable Integer estimatedMinutes,
        @Nullable Instant dueAt,
        long position,
        Json metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant archivedAt,
        @Nullable String parent,
        List<ImportedTask> tasks,
        List<ImportedComment> comments,
        List<ImportedLink> links) {

    /**
     * A task, in the order of the list.
     *
     * @param externalId unique within the file: begins with the ticket's
     * @param dependsOn external ids of tasks of the same ticket
     */
    public record ImportedTask(
            String place,
            String externalId,
            String content,
            @Nullable String description,
            TaskStatus status,
            List<String> labels,
            @Nullable Integer estimatedMinutes,
            List<String> dependsOn) {
        public ImportedTask {
            labels = List.copyOf(labels);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** A comment; {@code externalId} is unique within the file and begins with the ticket's. */
    public record ImportedComment(
            String externalId,
            String author,
            String content,
            @Nullable Instant createdAt,
            @Nullable Instant editedAt) {}

    /**
     * A link from this ticket ({@code outgoing}) or to it.
     *
     * @param other external id of the ticket at the other end
     */
    public record ImportedLink(String place, LinkKind kind, boolean outgoing, String other) {}

    public ImportedTicket {
        labels = List.copyOf(labels);
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        tasks = List.copyOf(tasks);
        comments = List.copyOf(comments);
        links = List.copyOf(links);
    }

    /** The same, blocked, with one more label that says why. */
    public ImportedTicket blocked(String label) {
        List<String> more = Stream.concat(labels.stream().limit(TicketContent.LABELS_MAX - 1L), Stream.of(label))
                .distinct()
                .toList();
        return new ImportedTicket(
                place,
                externalId,
                number,
                type,
                title,
                overview,
                TicketStatus.BLOCKED,
                priority,
                more,
                acceptanceCriteria,
                estimatedMinutes,
                dueAt,
                position,
                metadata,
                createdAt,
                updatedAt,
                startedAt,
                completedAt,
                archivedAt,
                parent,
                tasks,
                comments,
                links);
    }
}

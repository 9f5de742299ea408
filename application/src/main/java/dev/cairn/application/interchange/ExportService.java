package dev.cairn.application.interchange;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.Imported.Collected;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.interchange.ImportedTicket.ForeignId;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.user.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a whole project as one JSON-Lines file that imports to an equal project (R36). */
public final class ExportService {
    /** The number of tickets that are read at a time. */
    private static final int BATCH_SIZE = 200;
    /** The number of artifacts that are read at a time; each may have a megabyte. */
    private static final int ARTIFACTS_SIZE = 8;

    private static final String OWN_FORMAT = "cairn";

    private final UnitOfWork work;
    private final ImportStores stores;
    private final ExportWriter writer;

    public ExportService(UnitOfWork work, ImportStores stores, ExportWriter writer) {
        this.work = work;
        this.stores = stores;
        this.writer = writer;
    }

    /** Checks that the caller may see the project, before the first byte of an answer is written. */
    public Project require(Caller caller, ProjectRef ref) {
        return stores.projects().require(Access.read(caller), ref);
    }

    /** Writes one consistent snapshot: the project with its collected data, artifacts and queues' definitions, and its tickets by number. */
    public void export(Caller caller, ProjectRef ref, OutputStream out) throws IOException {
        Access access = Access.read(caller);
        try {
            work.read(() -> {
                Project project = stores.projects().require(access, ref);
                write(access, project, out);
                return project;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Access access, Project project, OutputStream out) {
        try {
            writer.write(
                    out,
                    new ImportedProject(
                            project.key(),
                            project.content(),
                            project.status(),
                            stores.projects().nextTicketNumber(project.id()),
                            stores.settings(project)));
            CollectedData data = stores.artifacts().collected().find(project.id());
            if (!data.equals(CollectedData.NONE)) {
                writer.write(out, new Collected(data));
            }
            writeValidation(project, out);
            writeArtifacts(project, out);
            writeTalk(access, project, out);
            for (PlainPart<?> part : stores.parts()) {
                writePlain(access, part, project, out);
            }
            List<Queue> queues = stores.queues().all(project.id());
            for (Queue queue : queues) {
                writer.write(out, new ImportedQueue(queue.content(), queue.active()));
            }
            People people = People.of(stores.work().members(), project.id());
            Map<String, Integer> left = new TreeMap<>();
            List<Ticket> batch = stores.work().tickets().findNext(project.id(), 0, BATCH_SIZE);
            while (!batch.isEmpty()) {
                writeBatch(access, people, batch, out);
                batch.forEach(ticket -> leave(ticket.content(), left));
                batch = stores.work()
                        .tickets()
                        .findNext(project.id(), batch.getLast().number(), BATCH_SIZE);
            }
            for (Queue queue : queues) {
                writeItems(queue, out, left);
            }
            leave("comments that were deleted", stores.work().comments().countDeleted(project.id()), left);
            if (!left.isEmpty()) {
                writer.write(out, new Left(left));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is suggested is known by ids that nobody else has. */
    private static void leave(TicketContent content, Map<String, Integer> left) {
        leave("suggested files", content.suggestedFileIds().size(), left);
        leave("suggested agents", content.suggestedAgentIds().size(), left);
        leave("suggested prompts", content.suggestedPromptIds().size(), left);
    }

    private static void leave(String what, int count, Map<String, Integer> left) {
        if (count > 0) {
            left.merge(what, count, Integer::sum);
        }
    }

    private <C extends Record & Named> void writePlain(
            Access access, PlainPart<C> part, Project project, OutputStream out) throws IOException {
        for (C content : part.exported(access, project.id())) {
            writer.write(out, new Plain<>(part, content));
        }
    }

    private void writeValidation(Project project, OutputStream out) throws IOException {
        Assessment assessment = project.assessment();
        Instant at = assessment.validatedAt();
        ValidationReport report =
                stores.artifacts().collected().findReport(project.id()).orElse(null);
        if (at != null && report != null) {
            writer.write(out, new ImportedValidation(report, at, assessment.validationStale()));
        }
    }

    /** Writes the project's conversations that the caller may read (R38). */
    private void writeTalk(Access access, Project project, OutputStream out) throws IOException {
        for (Conversation conversation : Conversations.all(work, stores, access, project.id())) {
            writer.write(
                    out,
                    new ImportedConversation(
                            conversation.kind(),
                            conversation.title(),
                            conversation.content().description(),
                            conversation.purpose(),
                            conversation.isDefault(),
                            conversation.isDefault()
                                    ? null
                                    : conversation.lifecycle().createdAt(),
                            conversation.lifecycle().archivedAt()));
            PageRequest request = new PageRequest(ARTIFACTS_SIZE, null, MessageRepository.ORDER, false);
            Map<Id<Message>, Integer> places = new HashMap<>();
            Page<Message> page;
            do {
                page = stores.talk().messages().page(new MessageRepository.OfConversation(conversation.id()), request);
                for (Message message : page.items()) {
                    places.put(message.id(), message.seq());
                    Id<Message> parent = message.parentId();
                    writer.write(out, ImportedMessage.of(message, parent == null ? null : places.get(parent)));
                }
                request = request.at(page.nextCursor());
            } while (page.nextCursor() != null);
        }
    }

    /** Writes ready and failed items; a claimed one is ready in the target. A group's own item comes before its members. */
    private void writeItems(Queue queue, OutputStream out, Map<String, Integer> left) throws IOException {
        QueueItemRepository items = stores.items();
        List<QueueItem> all = new ArrayList<>(items.findLiveByQueue(queue.id()));
        all.addAll(items.findByStatus(queue.id(), ItemStatus.FAILED));
        all.sort(Comparator.comparing((QueueItem item) -> item.groupId() != null)
                .thenComparing(QueueItem::enqueuedAt)
                .thenComparing(QueueItem::id));
        Map<Id<QueueItem>, Id<Ticket>> heads = new HashMap<>();
        for (QueueItem item : all) {
            Subject subject = item.subject();
            Task task = subject instanceof Subject.OfTask(Id<Task> id)
                    ? stores.work().tasks().find(id).orElse(null)
                    : null;
            Id<Ticket> ticket =
                    subject instanceof Subject.OfTicket(Id<Ticket> id) ? id : task == null ? null : task.ticketId();
            if (ticket == null || stores.work().tickets().find(ticket).isEmpty()) {
                leave("queue items of what was deleted", 1, left);
                continue;
            }
            heads.put(item.id(), ticket);
            writer.write(out, exported(queue, item, ticket, task, heads));
        }
        QueueStats stats = stores.queues().stats(queue.id(), work.now());
        int done = Math.toIntExact(stats.counts().getOrDefault(ItemState.COMPLETED, 0L)
                + stats.counts().getOrDefault(ItemState.CANCELLED, 0L));
        leave("queue items that are completed or cancelled", done, left);
    }

    private static ImportedItem exported(
            Queue queue, QueueItem item, Id<Ticket> ticket, @Nullable Task task, Map<Id<QueueItem>, Id<Ticket>> heads) {
        Id<Ticket> head = item.groupId() == null ? null : heads.get(item.groupId());
        boolean failed = item.status() == ItemStatus.FAILED;
        return new ImportedItem(
                "",
                queue.content().name(),
                ticket.toString(),
                task == null ? null : task.id().toString(),
                head == null ? null : head.toString(),
                failed,
                item.place(),
                item.enqueuedAt(),
                item.runAt(),
                failed ? item.finishedAt() : null,
                item.tries(),
                item.lastError(),
                item.note());
    }

    private void writeArtifacts(Project project, OutputStream out) throws IOException {
        PageRequest request = new PageRequest(ARTIFACTS_SIZE, null, Sort.by(Sort.asc("createdAt")), false);
        Page<Artifact> page;
        do {
            page = stores.artifacts().artifacts().page(ArtifactFilter.of(project.id()), request);
            List<Id<Artifact>> ids = page.items().stream().map(Artifact::id).toList();
            Map<Id<Artifact>, RevisionWithContent> newest = stores.artifacts().revisions().findNewest(ids).stream()
                    .collect(Collectors.toMap(found -> found.revision().artifactId(), found -> found));
            for (Artifact artifact : page.items()) {
                RevisionWithContent revision = newest.get(artifact.id());
                if (revision != null) {
                    writer.write(out, exported(artifact, revision));
                    writeEarlier(artifact, out);
                }
            }
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
    }

    private void writeEarlier(Artifact artifact, OutputStream out) throws IOException {
        for (int number = 1; number < artifact.revision(); number++) {
            RevisionWithContent earlier =
                    stores.artifacts().revisions().find(artifact.id(), number).orElse(null);
            if (earlier != null) {
                ArtifactRevision revision = earlier.revision();
                writer.write(
                        out,
                        new ImportedRevision(
                                new RevisionText(earlier.content(), revision.sha256()),
                                revision.authorName(),
                                revision.createdAt()));
            }
        }
    }

    private static ImportedArtifact exported(Artifact artifact, RevisionWithContent revision) {
        RevisionText content =
                new RevisionText(revision.content(), revision.revision().sha256());
        return new ImportedArtifact(
                new CreateArtifact(artifact.type(), artifact.content(), artifact.format(), content),
                artifact.status(),
                revision.revision().authorName(),
                revision.revision().createdAt());
    }

    private void writeBatch(Access access, People people, List<Ticket> batch, OutputStream out) throws IOException {
        List<Id<Ticket>> ids = batch.stream().map(Ticket::id).toList();
        Map<Id<Ticket>, List<Task>> tasks =
                stores.work().tasks().findByTickets(ids).stream().collect(Collectors.groupingBy(Task::ticketId));
        Map<Id<Ticket>, List<Comment>> comments =
                stores.work().comments().findByTickets(ids).stream().collect(Collectors.groupingBy(Comment::ticketId));
        Map<Id<Ticket>, List<TicketLink>> links =
                stores.work().links().findFrom(access, ids).stream().collect(Collectors.groupingBy(TicketLink::fromId));
        Map<Id<Ticket>, List<Alias>> aliases = stores.aliases().findByTickets(ids);
        for (Ticket ticket : batch) {
            Map<Id<?>, List<ForeignId>> others = foreignIds(aliases.getOrDefault(ticket.id(), List.of()));
            String place = ticket.key().toString();
            writer.write(
                    out,
                    exported(people, ticket, others)
                            .withTasks(tasks.getOrDefault(ticket.id(), List.of()).stream()
                                    .map(task -> exported(people, place, task, others))
                                    .toList())
                            .withComments(comments.getOrDefault(ticket.id(), List.of()).stream()
                                    .map(comment -> exported(comment, others))
                                    .toList())
                            .withLinks(links.getOrDefault(ticket.id(), List.of()).stream()
                                    .map(link -> new ImportedLink(
                                            place,
                                            link.kind(),
                                            true,
                                            link.toId().toString()))
                                    .toList()));
        }
    }

    private static Map<Id<?>, List<ForeignId>> foreignIds(List<Alias> aliases) {
        Map<Id<?>, List<ForeignId>> ids = new HashMap<>();
        aliases.stream()
                .filter(alias -> !alias.source().startsWith(OWN_FORMAT))
                .sorted(Comparator.comparing(Alias::source).thenComparing(Alias::externalId))
                .forEach(alias -> ids.computeIfAbsent(alias.subjectId(), _ -> new ArrayList<>())
                        .add(new ForeignId(alias.source(), alias.externalId(), alias.seen())));
        return ids;
    }

    private static ImportedTicket exported(People people, Ticket ticket, Map<Id<?>, List<ForeignId>> ids) {
        TicketContent content = ticket.content();
        return ImportedTicket.of(ticket.key().toString(), ticket.id().toString(), content, ticket.status())
                .with(exported -> exported.number(ticket.number())
                        .createdAt(ticket.lifecycle().createdAt())
                        .updatedAt(ticket.lifecycle().updatedAt())
                        .startedAt(ticket.startedAt())
                        .completedAt(ticket.completedAt())
                        .archivedAt(ticket.lifecycle().archivedAt())
                        .parent(
                                content.parentId() == null
                                        ? null
                                        : content.parentId().toString())
                        .assignee(people.name(content.assigneeId()))
                        .aliases(ids.getOrDefault(ticket.id(), List.of())));
    }

    private static ImportedTask exported(People people, String place, Task task, Map<Id<?>, List<ForeignId>> ids) {
        TaskContent content = task.content();
        return new ImportedTask(
                place,
                task.id().toString(),
                content,
                task.status(),
                content.dependsOn().stream().map(Id::toString).toList(),
                people.name(content.assigneeId()),
                task.createdAt(),
                task.updatedAt(),
                ids.getOrDefault(task.id(), List.of()));
    }

    private static ImportedComment exported(Comment comment, Map<Id<?>, List<ForeignId>> ids) {
        return new ImportedComment(
                comment.id().toString(),
                comment.authorName(),
                comment.content(),
                comment.createdAt(),
                comment.editedAt(),
                ids.getOrDefault(comment.id(), List.of()));
    }
}

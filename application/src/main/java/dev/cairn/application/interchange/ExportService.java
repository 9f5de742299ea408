package dev.cairn.application.interchange;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueRepository;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a whole project as one JSON-Lines file that imports to an equal project (R36). */
public final class ExportService {
    /** Tickets read at a time. */
    private static final int BATCH_SIZE = 200;
    /** Artifacts read at a time: each may have a megabyte. */
    private static final int ARTIFACTS_SIZE = 8;

    private final UnitOfWork work;
    private final ImportStores stores;
    private final ExportWriter writer;

    public ExportService(UnitOfWork work, ImportStores stores, ExportWriter writer) {
        this.work = work;
        this.stores = stores;
        this.writer = writer;
    }

    /** Checks that there is such a project for the caller, before the first byte of an answer is written. */
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
            writer.project(out, project, stores.settings(project));
            CollectedData data = stores.artifacts().collected().find(project.id());
            if (!data.equals(CollectedData.NONE)) {
                writer.collected(out, data);
            }
            writeArtifacts(project, out);
            PageRequest request = PageRequest.first(Sort.by(Sort.asc("createdAt")));
            Page<Queue> page;
            do {
                page = stores.queues().page(new QueueRepository.OfProject(project.id()), request);
                for (Queue queue : page.items()) {
                    writer.queue(out, new ImportedQueue(queue.content(), queue.active()));
                }
                request = request.at(page.nextCursor());
            } while (page.nextCursor() != null);
            List<Ticket> batch = stores.work().tickets().findNext(project.id(), 0, BATCH_SIZE);
            while (!batch.isEmpty()) {
                writeBatch(access, batch, out);
                batch = stores.work()
                        .tickets()
                        .findNext(project.id(), batch.getLast().number(), BATCH_SIZE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    writer.artifact(out, exported(artifact, revision));
                }
            }
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
    }

    private static ImportedArtifact exported(Artifact artifact, RevisionWithContent revision) {
        ArtifactContent content =
                new ArtifactContent(revision.content(), revision.revision().sha256());
        return new ImportedArtifact(
                new CreateArtifact(artifact.type(), artifact.title(), artifact.format(), content), artifact.status());
    }

    private void writeBatch(Access access, List<Ticket> batch, OutputStream out) throws IOException {
        List<Id<Ticket>> ids = batch.stream().map(Ticket::id).toList();
        Map<Id<Ticket>, List<Task>> tasks =
                stores.work().tasks().findByTickets(ids).stream().collect(Collectors.groupingBy(Task::ticketId));
        Map<Id<Ticket>, List<Comment>> comments =
                stores.work().comments().findByTickets(ids).stream().collect(Collectors.groupingBy(Comment::ticketId));
        Map<Id<Ticket>, List<TicketLink>> links =
                stores.work().links().findFrom(access, ids).stream().collect(Collectors.groupingBy(TicketLink::fromId));
        for (Ticket ticket : batch) {
            writer.ticket(
                    out,
                    exported(
                            ticket,
                            tasks.getOrDefault(ticket.id(), List.of()),
                            comments.getOrDefault(ticket.id(), List.of()),
                            links.getOrDefault(ticket.id(), List.of())));
        }
    }

    private static ImportedTicket exported(
            Ticket ticket, List<Task> tasks, List<Comment> comments, List<TicketLink> links) {
        TicketContent content = ticket.content();
        String place = ticket.key().toString();
        return new ImportedTicket(
                place,
                ticket.id().toString(),
                ticket.number(),
                content.type(),
                content.title(),
                content.overview(),
                ticket.status(),
                content.priority(),
                content.labels(),
                content.acceptanceCriteria(),
                content.estimatedMinutes(),
                content.dueAt(),
                content.position(),
                content.metadata(),
                ticket.lifecycle().createdAt(),
                ticket.lifecycle().updatedAt(),
                ticket.startedAt(),
                ticket.completedAt(),
                ticket.lifecycle().archivedAt(),
                content.parentId() == null ? null : content.parentId().toString(),
                tasks.stream().map(task -> exported(place, task)).toList(),
                comments.stream().map(ExportService::exported).toList(),
                links.stream()
                        .map(link -> new ImportedLink(
                                place, link.kind(), true, link.toId().toString()))
                        .toList());
    }

    private static ImportedTask exported(String place, Task task) {
        TaskContent content = task.content();
        return new ImportedTask(
                place,
                task.id().toString(),
                content.content(),
                content.description(),
                task.status(),
                content.labels(),
                content.estimatedMinutes(),
                content.dependsOn().stream().map(Id::toString).toList());
    }

    private static ImportedComment exported(Comment comment) {
        return new ImportedComment(
                comment.id().toString(),
                comment.authorName(),
                comment.content(),
                comment.createdAt(),
                comment.editedAt());
    }
}

package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.conversation.ForkConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A use case that touches what others touch, too; every two of them are raced (G0). A new use case that writes gets a
 * line here.
 */
record RacedOperation(String name, UseCase useCase) {
    /** What it does to a world, and how its answer is told from others. */
    interface UseCase {
        Object run(RacedWorld world) throws IOException;
    }

    static final List<RacedOperation> ALL = List.of(
            of(
                    "create a ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .create(w.owner(), w.project(), new CreateTicket(TicketContent.titled("new"), List.of())))),
            of(
                    "create a child",
                    w -> done(w.cairn()
                            .tickets()
                            .create(
                                    w.owner(),
                                    w.project(),
                                    new CreateTicket(child(w.ticket()), List.of(TaskDraft.of("its own")))))),
            of(
                    "rename a ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .update(w.owner(), w.ticket(), Expected.ANY, content -> content.withTitle("renamed")))),
            of(
                    "put a ticket below the other",
                    w -> done(w.cairn()
                            .tickets()
                            .redraft(w.owner(), w.ticket(), Expected.ANY, UseCaseTest.parent(w.other())))),
            of(
                    "put the other below the ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .redraft(w.owner(), w.other(), Expected.ANY, UseCaseTest.parent(w.ticket())))),
            of(
                    "start a ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .changeStatus(w.owner(), w.ticket(), Expected.ANY, TicketStatus.IN_PROGRESS, false))),
            of(
                    "complete a ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .changeStatus(w.owner(), w.ticket(), Expected.ANY, TicketStatus.COMPLETED, true))),
            of(
                    "close a ticket",
                    w -> done(w.cairn()
                            .tickets()
                            .changeStatus(w.owner(), w.ticket(), Expected.ANY, TicketStatus.CLOSED, false))),
            of("archive a ticket", w -> done(w.cairn().tickets().archive(w.owner(), w.ticket(), Expected.ANY))),
            of("delete a ticket", w -> {
                w.cairn().tickets().delete(w.owner(), w.ticket(), Expected.ANY);
                return "done";
            }),
            of("delete the other", w -> {
                w.cairn().tickets().delete(w.owner(), w.other(), Expected.ANY);
                return "done";
            }),
            of("restore a ticket", w -> done(w.cairn().tickets().restore(w.owner(), w.deleted(), Expected.ANY))),
            of("purge a ticket", w -> {
                w.cairn().tickets().purge(w.owner(), w.deleted(), Expected.ANY);
                return "done";
            }),
            of("comment", w -> done(w.cairn().comments().add(w.owner(), w.ticket(), new CommentText("words")))),
            of("block the other", w -> {
                w.cairn().links().put(w.owner(), w.ticket(), LinkKind.BLOCKS, w.other());
                return "done";
            }),
            of("be blocked by the other", w -> {
                w.cairn().links().put(w.owner(), w.other(), LinkKind.BLOCKS, w.ticket());
                return "done";
            }),
            of("unlink", w -> {
                w.cairn().links().delete(w.owner(), w.ticket(), LinkKind.BLOCKS, w.other());
                return "done";
            }),
            of("create a task", w -> done(w.cairn().tasks().create(w.owner(), w.ticket(), TaskDraft.of("new")))),
            of(
                    "finish a task",
                    w -> done(w.cairn()
                            .tasks()
                            .update(w.owner(), w.tasks().get(0), task -> task.withStatus(TaskStatus.COMPLETED)))),
            of(
                    "finish another task",
                    w -> done(w.cairn()
                            .tasks()
                            .update(w.owner(), w.tasks().get(1), task -> task.withStatus(TaskStatus.COMPLETED)))),
            of(
                    "change a task",
                    w -> done(w.cairn()
                            .tasks()
                            .update(
                                    w.owner(),
                                    w.tasks().get(0),
                                    task -> task.edit(content -> content.withContent("changed"))))),
            of("delete a task", w -> {
                w.cairn().tasks().delete(w.owner(), w.tasks().get(0));
                return "done";
            }),
            of("delete another task", w -> {
                w.cairn().tasks().delete(w.owner(), w.tasks().get(1));
                return "done";
            }),
            of(
                    "reorder tasks",
                    w -> done(w.cairn()
                            .tasks()
                            .reorder(w.owner(), w.ticket(), w.tasks().reversed()))),
            of(
                    "enqueue a ticket",
                    w -> done(
                            w.cairn().items().enqueue(w.owner(), w.queue(), List.of(EnqueueItem.ticket(w.ticket()))))),
            of(
                    "enqueue a ticket with its tasks again",
                    w -> done(w.cairn()
                            .items()
                            .enqueue(
                                    w.owner(),
                                    w.queue(),
                                    List.of(new EnqueueItem(w.ticket(), null, null, null, true, true))))),
            of(
                    "enqueue a task",
                    w -> done(w.cairn()
                            .items()
                            .enqueue(
                                    w.owner(),
                                    w.queue(),
                                    List.of(EnqueueItem.task(w.tasks().get(1)))))),
            of(
                    "change an item",
                    w -> done(
                            w.cairn().items().update(w.owner(), w.item(), place -> place.withPriority(Priority.HIGH)))),
            of("cancel an item", w -> done(w.cairn().items().cancel(w.owner(), w.item()))),
            of("retry an item", w -> done(w.cairn().items().retry(w.owner(), w.cancelled()))),
            of("retry what failed", w -> {
                w.cairn().items().retryFailed(w.owner(), w.queue());
                return "done";
            }),
            of(
                    "claim",
                    w -> w.cairn()
                            .claims()
                            .claim(w.owner(), w.queue(), ClaimRequest.DEFAULT)
                            .getClass()
                            .getSimpleName()),
            of(
                    "heartbeat",
                    w -> done(w.cairn()
                            .claims()
                            .heartbeat(w.owner(), w.claim().claim().id(), update(w)))),
            of(
                    "complete a claim",
                    w -> done(w.cairn()
                            .claims()
                            .complete(
                                    w.owner(),
                                    w.claim().claim().id(),
                                    new ClaimUpdate(
                                            w.claim().claim().fencingToken(), null, null, null, null, null, true)))),
            of(
                    "fail a claim",
                    w -> done(w.cairn()
                            .claims()
                            .fail(w.owner(), w.claim().claim().id(), update(w).withError("broken")))),
            of(
                    "release a claim",
                    w -> done(w.cairn()
                            .claims()
                            .release(w.owner(), w.claim().claim().id(), update(w)))),
            of("sweep", w -> {
                w.cairn().sweeper().sweep(w.owner());
                return "done";
            }),
            of(
                    "change a queue",
                    w -> done(w.cairn()
                            .queues()
                            .update(w.owner(), w.queue(), Expected.ANY, content -> content.withMaxParallel(1)))),
            of("pause a queue", w -> done(w.cairn().queues().pause(w.owner(), w.queue(), Expected.ANY))),
            of("delete a queue", w -> {
                w.cairn().queues().delete(w.owner(), w.queue(), Expected.ANY);
                return "done";
            }),
            of(
                    "rename a project",
                    w -> done(w.cairn()
                            .projects()
                            .update(
                                    w.owner(),
                                    w.project(),
                                    Expected.ANY,
                                    content -> content.withName("renamed " + w.project())))),
            of(
                    "say something",
                    w -> done(w.cairn().messages().post(w.owner(), w.channel(), PostMessage.of("more words")))),
            of(
                    "fork a channel",
                    w -> done(
                            w.cairn().conversations().fork(w.owner(), w.channel(), new ForkConversation(null, null)))),
            of("ask an agent", w -> done(w.cairn().replies().request(w.owner(), w.channel(), w.agent()))),
            of(
                    "say something to an agent",
                    w -> done(w.cairn()
                            .replies()
                            .post(w.owner(), w.channel(), PostMessage.of("more words"), new ReplyWish.By(w.agent())))),
            of("cancel an answer", w -> done(w.cairn().runs().cancel(w.owner(), w.run()))),
            of("archive a channel", w -> done(w.cairn().conversations().archive(w.owner(), w.channel(), Expected.ANY))),
            of("archive a project", w -> done(w.cairn().projects().archive(w.owner(), w.project(), Expected.ANY))),
            of("delete a project", w -> {
                w.cairn().projects().delete(w.owner(), w.project(), Expected.ANY);
                return "done";
            }),
            of(
                    "import",
                    w -> done(w.cairn()
                            .imports()
                            .run(w.owner(), w.project(), "beads", new ByteArrayInputStream("""
                            {"id":"bd-1","title":"First","status":"open","priority":1,"issue_type":"task"}
                            {"id":"bd-2","title":"Second","status":"closed","priority":1,"issue_type":"task"}
                            """.getBytes(UTF_8))))),
            of(
                    "import a link",
                    w -> done(w.cairn()
                            .imports()
                            .run(w.owner(), w.project(), "beads", new ByteArrayInputStream("""
                            {"id":"%s","title":"ticket","dependencies":[{"depends_on_id":"%s","type":"blocks"}]}
                            {"id":"%2$s","title":"other"}
                            """.formatted(
                                            w.ticket(), w.other())
                                    .getBytes(UTF_8))))));

    private static RacedOperation of(String name, UseCase useCase) {
        return new RacedOperation(name, useCase);
    }

    /** Its answer: what it did, or why it was refused. */
    String answer(RacedWorld world) {
        try {
            return useCase.run(world).toString();
        } catch (DomainError refused) {
            return refused.code().wire();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static String done(Object answer) {
        return answer.toString().isEmpty() ? "nothing" : "done";
    }

    private static ClaimUpdate update(RacedWorld world) {
        return ClaimUpdate.of(world.claim().claim().fencingToken());
    }

    private static TicketDraft child(TicketRef parent) {
        return TicketDraft.titled("child").withParentId(parent);
    }
}

package dev.cairn.example;

// @start region="example"
import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import java.nio.file.Path;
import java.util.List;

final class FirstSteps {
    private FirstSteps() {}

    static String run(Path file) {
        try (Cairn cairn = Cairn.open(file)) {
            var me = cairn.owner();
            var project = cairn.projects().create(me, CreateProject.of("DEMO", "A demo"));
            var ticket = cairn.tickets().create(me, ProjectRef.of(project.id()), CreateTicket.titled("Say hello"));
            var queue = cairn.queues().create(me, ProjectRef.of(project.id()), QueueFields.named("work"));
            cairn.items()
                    .enqueue(
                            me,
                            queue.id(),
                            List.of(EnqueueItem.ticket(
                                    TicketRef.of(ticket.ticket().id()))));

            return switch (cairn.claims().claim(me, queue.id(), new ClaimRequest("my-agent", 60))) {
                case Claimed work -> {
                    cairn.claims()
                            .complete(
                                    me,
                                    work.claim().id(),
                                    ClaimUpdate.of(work.claim().fencingToken()));
                    yield work.ticket().ticket().key() + " is done";
                }
                case NothingToClaim empty -> "nothing to do: " + empty.nothing().reason();
            };
        }
    }
}
// @end

package dev.cairn.example;

// @start region="example"
import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketRef;
import java.nio.file.Path;
import java.util.List;

final class FirstSteps {
    public static void main(String[] arguments) {
        System.out.println(run(Path.of("first-steps.db")));
    }

    static String run(Path file) {
        try (Cairn cairn = Cairn.open(file)) {
            var me = cairn.owner();
            var demo = cairn.projects().create(me, CreateProject.of("DEMO", "A demo"));
            var project = ProjectRef.of(demo.id());
            var ticket = cairn.tickets().create(me, project, CreateTicket.titled("Say hello"));
            var item = EnqueueItem.ticket(TicketRef.of(ticket.ticket().id()));
            var queue = cairn.queues().create(me, project, QueueContent.named("work"));
            cairn.items().enqueue(me, queue.id(), List.of(item));

            return switch (cairn.claims().claim(me, queue.id(), new ClaimRequest("my-agent", 60))) {
                case Claimed work -> {
                    var done = ClaimUpdate.of(work.claim().fencingToken());
                    cairn.claims().complete(me, work.claim().id(), done);
                    yield work.ticket().ticket().key() + " is done";
                }
                case NothingToClaim empty -> "nothing to do: " + empty.nothing().reason();
            };
        }
    }
}
// @end

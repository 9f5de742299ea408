package dev.cairn.example;

// @start region="example"
import dev.cairn.Cairn;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.project.ProjectRef;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

final class FollowEvents {
    static String run(Cairn cairn) throws InterruptedException {
        var me = cairn.owner();
        var demo = cairn.projects().create(me, CreateProject.of("DEMO", "A demo"));
        var project = ProjectRef.of(demo.id());
        BlockingQueue<String> told = new LinkedBlockingQueue<>();

        try (var _ = cairn.events().listen(me, EventRequest.of(project), event -> told.add(event.type()))) {
            cairn.tickets().create(me, project, CreateTicket.titled("Say hello"));
            return told.take();
        }
    }
}
// @end

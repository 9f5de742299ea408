package dev.cairn.server.process;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.application.database.StorageException;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Opens and reads what may be damaged, and prints what came of each folder with a {@code cairn.db}: one line with the
 * folder and the answers. Arguments: queue, folders. Or {@code make} and a database: fills it, prints the queue, and ends
 * without closing it.
 */
final class DamagedReader {
    private static final int TICKETS = 150;

    private DamagedReader() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("make")) {
            System.out.println(make(Path.of(arguments[1])));
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
        for (String folder : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(folder + " " + read(Path.of(folder, "cairn.db"), Id.parse(arguments[0])));
            System.out.flush();
        }
    }

    private static Id<Queue> make(Path file) {
        Cairn cairn = Cairn.open(file);
        var me = cairn.owner();
        ProjectRef project = ProjectRef.of(
                cairn.projects().create(me, CreateProject.of("DMG", "Damage")).id());
        List<TicketWithTasks> tickets = cairn.tickets()
                .createAll(
                        me,
                        project,
                        IntStream.range(0, TICKETS)
                                .mapToObj(i -> new CreateTicket(
                                        TicketContent.titled("Ticket number %d about flying".formatted(i)),
                                        List.of(TaskDraft.of("Look at it"), TaskDraft.of("Mend it"))))
                                .toList());
        var queue = cairn.queues().create(me, project, QueueContent.named("work"));
        cairn.items()
                .enqueue(
                        me,
                        queue.id(),
                        tickets.stream()
                                .map(ticket -> EnqueueItem.ticket(
                                        TicketRef.of(ticket.ticket().id())))
                                .toList());
        return queue.id();
    }

    private static String read(Path file, Id<Queue> queue) {
        List<String> answers = new ArrayList<>();
        ProjectRef project = ProjectRef.parse("DMG");
        try (Cairn cairn = Cairn.open(CairnOptions.at(file).withSweepEvery(Duration.ZERO))) {
            var me = cairn.owner();
            answers.add(answer(() -> cairn.tickets()
                    .list(
                            me,
                            project,
                            TicketFilter.ANY,
                            new PageRequest(200, null, Sort.by(Sort.asc("number")), false))));
            answers.add(answer(() -> cairn.search().search(me, "flying", List.of(), project, 20)));
            answers.add(answer(() -> cairn.claims().claim(me, queue, new ClaimRequest("agent", 60))));
            answers.add(answer(() -> cairn.overviews().get(me, project)));
        } catch (RuntimeException e) {
            answers.add(told(e));
        }
        return String.join(" ", answers);
    }

    private static String answer(Callable<?> question) {
        try {
            question.call();
            return "ok";
        } catch (Exception e) {
            return told(e);
        }
    }

    private static String told(Exception e) {
        return switch (e) {
            case DomainError known -> known.code().wire();
            case StorageException _, DriftRefused _ -> "refused";
            default -> {
                e.printStackTrace();
                yield "UNCLEAR:" + e.getClass().getSimpleName();
            }
        };
    }
}

package dev.cairn.application.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that an agent has claimed in the project where it answers (T1).
 *
 * @param taskId the claimed task; null for the whole ticket
 */
record Assignment(Claim claim, @Nullable Id<Task> taskId, TicketWithTasks work) {
    /** The most characters of the text; a mark says that the rest is cut. */
    static final int TEXT_MAX = 20_000;

    private static final String CUT = "\n… cut here: the tool get shows the rest";

    /** Returns the description of the work for the agent's prompt. */
    String text() {
        Ticket ticket = work.ticket();
        TicketContent content = ticket.content();
        List<String> parts = new ArrayList<>();
        parts.add("You have claimed ticket %s and work on it: %s".formatted(ticket.key(), content.title()));
        parts.add("Type %s, priority %s, status %s."
                .formatted(Wire.of(content.type()), Wire.of(content.priority()), Wire.of(ticket.status())));
        if (!content.overview().isEmpty()) {
            parts.add(content.overview());
        }
        add(parts, "Acceptance criteria:", content.acceptanceCriteria());
        add(parts, "Tasks:", work.tasks().stream().map(this::line).toList());
        Progress progress = claim.progress();
        if (progress != null) {
            parts.add("Your progress: %d %%%s"
                    .formatted(progress.percent(), progress.text() == null ? "" : ", " + progress.text()));
        }
        if (claim.note() != null) {
            parts.add("Your note: " + claim.note());
        }
        return bounded(String.join("\n", parts));
    }

    private static void add(List<String> parts, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(head);
            lines.forEach(line -> parts.add("- " + line));
        }
    }

    private String line(Task task) {
        String mine = task.id().equals(taskId) ? ", claimed by you" : "";
        return "%s (%s%s)".formatted(task.content().content(), Wire.of(task.status()), mine);
    }

    private static String bounded(String text) {
        if (text.length() <= TEXT_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX;
        return text.substring(0, end) + CUT;
    }
}

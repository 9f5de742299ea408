package dev.cairn.application.pack;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes tickets, prompts, conversations and files as texts that depend only on the stored data. */
final class Sections {
    private Sections() {}

    static Section of(TicketWithTasks shown, List<Comment> comments) {
        Ticket ticket = shown.ticket();
        TicketContent content = ticket.content();
        StringBuilder text = new StringBuilder();
        text.append("%s, %s, priority %s\n"
                .formatted(Wire.of(content.type()), Wire.of(ticket.status()), Wire.of(content.priority())));
        if (!content.labels().isEmpty()) {
            text.append("Labels: ").append(String.join(", ", content.labels())).append('\n');
        }
        if (!content.overview().isEmpty()) {
            text.append('\n').append(content.overview()).append('\n');
        }
        if (!content.acceptanceCriteria().isEmpty()) {
            text.append("\nAcceptance criteria:\n");
            content.acceptanceCriteria()
                    .forEach(criterion -> text.append("- ").append(criterion).append('\n'));
        }
        if (!shown.tasks().isEmpty()) {
            text.append("\nTasks:\n");
            shown.tasks().forEach(task -> task(text, task));
        }
        for (Comment comment : comments) {
            said(text, comment.authorName(), comment.content());
        }
        return new Section(PartKind.TICKET, ticket.key().toString(), content.title(), "markdown", text.toString());
    }

    private static void task(StringBuilder text, Task task) {
        boolean done = task.status() == TaskStatus.COMPLETED;
        text.append(done ? "- [x] " : "- [ ] ").append(task.content().content());
        if (!done && task.status() != TaskStatus.PENDING) {
            text.append(" (").append(Wire.of(task.status())).append(')');
        }
        text.append('\n');
        if (task.content().description() != null) {
            text.append(task.content().description().indent(2));
        }
    }

    static Section of(Prompt prompt) {
        return new Section(
                PartKind.PROMPT,
                prompt.id().toString(),
                prompt.content().title(),
                "markdown",
                prompt.content().content());
    }

    /**
     * @param newest the last messages, in order
     * @param cut whether there are earlier messages, which the text then mentions
     */
    static Section of(Conversation conversation, List<Message> newest, boolean cut) {
        StringBuilder text = new StringBuilder();
        if (cut) {
            text.append("[cut: of %d messages the last %d are here]\n"
                    .formatted(conversation.nextSeq() - 1, newest.size()));
        }
        newest.forEach(message -> text.append(text(message)));
        return new Section(
                PartKind.CONVERSATION,
                conversation.id().toString(),
                conversation.content().title(),
                "markdown",
                text.toString().stripLeading());
    }

    /** Returns a message as the text of its conversation shows it. */
    static String text(Message message) {
        StringBuilder text = new StringBuilder();
        if (message.deletedAt() == null) {
            String name = message.authorName();
            said(text, name == null ? Wire.of(message.role()) : name, message.content());
        }
        return text.toString();
    }

    private static void said(StringBuilder text, String name, String content) {
        text.append('\n').append(name).append(": ").append(content).append('\n');
    }

    /** @param file null for one that the index leaves out */
    static Section file(String path, @Nullable ProjectFile file, String text) {
        String language = file == null || file.language() == null ? "" : file.language();
        return new Section(PartKind.FILE, path, "", language.toLowerCase(Locale.ROOT), text);
    }
}

package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import io.soabase.recordbuilder.core.RecordBuilder;

/** What somebody wants a task to be, made or edited. */
@RecordBuilder
public record TaskDraft(TaskContent content, TaskStatus status) implements TaskDraftBuilder.With {
    /** A new task that nobody has begun. */
    public static TaskDraft of(String content) {
        return new TaskDraft(TaskContent.of(content), TaskStatus.PENDING);
    }

    public TaskDraft edit(Edit<TaskContent> edit) {
        return withContent(edit.of(content));
    }
}

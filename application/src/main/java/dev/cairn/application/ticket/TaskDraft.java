package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import io.soabase.recordbuilder.core.RecordBuilder;

/** A task as a client creates or edits it. */
@RecordBuilder
public record TaskDraft(TaskContent content, TaskStatus status) implements TaskDraftBuilder.With {
    /** Makes the draft of a pending task. */
    public static TaskDraft of(String content) {
        return new TaskDraft(TaskContent.of(content), TaskStatus.PENDING);
    }

    public TaskDraft edit(Edit<TaskContent> edit) {
        return withContent(edit.of(content));
    }
}

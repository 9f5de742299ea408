package dev.cairn.application.ticket;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a task that a client may give, each optional (R10). */
public record TaskFields(
        Change<String> content,
        Change<@Nullable String> description,
        Change<TaskStatus> status,
        Change<@Nullable Integer> estimatedMinutes,
        Change<@Nullable Id<User>> assigneeId,
        Change<List<String>> labels,
        Change<List<Id<Task>>> dependsOn) {

    public TaskFields {
        Fields.notNull("content", content);
        Fields.notNull("status", status);
        Fields.notNull("labels", labels);
        Fields.notNull("dependsOn", dependsOn);
    }

    public static TaskFields of(String content) {
        return new TaskFields(
                Change.to(content),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    public static TaskFields status(TaskStatus status) {
        return new TaskFields(
                Change.keep(),
                Change.keep(),
                Change.to(status),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    public TaskFields withAssignee(Id<User> assignee) {
        return new TaskFields(content, description, status, estimatedMinutes, Change.to(assignee), labels, dependsOn);
    }

    TaskContent create() {
        return over(TaskContent.of(Fields.required("content", content)));
    }

    TaskContent over(TaskContent current) {
        return new TaskContent(
                content.over(current.content()),
                description.over(current.description()),
                estimatedMinutes.over(current.estimatedMinutes()),
                assigneeId.over(current.assigneeId()),
                labels.over(current.labels()),
                dependsOn.over(current.dependsOn()));
    }
}

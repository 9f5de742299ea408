package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps tasks to their rows and back. */
@Mapper(
        config = MappingRules.class,
        imports = {Conversions.class, SearchWords.class})
interface TaskMapper {
    default Task toDomain(TaskRow row, List<Id<Task>> dependsOn) {
        return task(row, content(row, dependsOn));
    }

    @Mapping(target = "content", source = "content")
    @Mapping(target = "deletion", expression = "java(Conversions.deletion(row.deletionId(), row.deletedAt()))")
    Task task(TaskRow row, TaskContent content);

    @Mapping(target = "content", source = "row.content")
    @Mapping(target = "dependsOn", source = "dependsOn")
    TaskContent content(TaskRow row, List<Id<Task>> dependsOn);

    @Mapping(target = ".", source = "content")
    @Mapping(target = "content", source = "content.content")
    @Mapping(target = "deletedAt", expression = "java(Conversions.deletedAt(task.deletion()))")
    @Mapping(target = "deletionId", expression = "java(Conversions.deletionId(task.deletion()))")
    @Mapping(
            target = "searchBeside",
            expression = "java(SearchWords.beside(task.content().content(), task.content().description()))")
    TaskRow toRow(Task task);
}

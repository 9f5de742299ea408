package dev.cairn.persistence.project;

import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps projects to their rows and back. */
@Mapper(config = MappingRules.class)
interface ProjectMapper extends RowMapper<Project, ProjectRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "assessment", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Project toDomain(ProjectRow row);

    ProjectContent content(ProjectRow row);

    Assessment assessment(ProjectRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "assessment")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "nameKey", source = "content.name", qualifiedByName = "uniqueKey")
    @Mapping(target = "descriptionKey", source = "content.description", qualifiedByName = "uniqueKey")
    @Mapping(target = "localPathKey", source = "content.localPath", qualifiedByName = "boundedKey")
    ProjectRow toRow(Project root);
}

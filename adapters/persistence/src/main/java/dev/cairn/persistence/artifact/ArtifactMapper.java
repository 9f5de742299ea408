package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Artifacts and their rows. */
@Mapper(config = MappingRules.class)
interface ArtifactMapper extends RowMapper<Artifact, ArtifactRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Artifact toDomain(ArtifactRow row);

    ArtifactContent content(ArtifactRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    ArtifactRow toRow(Artifact root);
}

package dev.cairn.http.artifact;

import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;

/** The routes of a project's artifacts. */
@Routes(HttpSettings.BASE + "/projects/{project}/artifacts")
class ArtifactListController {
    private static final Sort OLDEST_FIRST = Sort.by(Sort.asc("createdAt"));

    private final ArtifactService artifacts;
    private final GenerationService generation;

    ArtifactListController(ArtifactService artifacts, GenerationService generation) {
        this.artifacts = artifacts;
        this.generation = generation;
    }

    @Introspected
    record Wanted(
            @Parts(Includes.TOTAL) Includes include,
            List<ArtifactType> type,
            List<ArtifactStatus> status,
            Paging paging) {}

    /** The types of artifacts to generate; all four when empty. */
    @Introspected
    record Generation(List<ArtifactType> types) {}

    @Post
    @Idempotent
    Created<ArtifactWithContent> create(Caller caller, ProjectRef project, @Body NewArtifact body) {
        ArtifactWithContent created = artifacts.create(caller, project, body.command());
        Artifact artifact = created.artifact();
        return Created.at("/artifacts/" + artifact.id(), created, artifact.lifecycle());
    }

    @Get
    ListBody<Artifact> list(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        var filter = new ArtifactFilter(null, wanted.type(), wanted.status());
        boolean total = wanted.include().has(Includes.TOTAL);
        var page = wanted.paging().by(ArtifactRepository.SORTS, OLDEST_FIRST, total);
        return ListBody.of(artifacts.list(caller, project, filter, page));
    }

    @Post("/generate")
    @Idempotent
    ListBody<Artifact> generate(Caller caller, ProjectRef project, @Body @MayBeEmpty Generation body) {
        return ListBody.whole(generation.generate(caller, project, body.types()));
    }
}

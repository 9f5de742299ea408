package dev.cairn.http.artifact;

import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Purge;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Whole;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;

/** The routes of an artifact and its revisions. */
@Routes(HttpSettings.BASE + "/artifacts/{artifact}")
class ArtifactController {
    private final ArtifactService artifacts;

    ArtifactController(ArtifactService artifacts) {
        this.artifacts = artifacts;
    }

    /** The new status of an artifact. */
    @Introspected
    record NewStatus(ArtifactStatus status) {}

    @Get
    Versioned<ArtifactWithContent> get(Caller caller, Id<Artifact> artifact) {
        return versioned(artifacts.get(caller, artifact));
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<ArtifactWithContent> update(
            Caller caller, Id<Artifact> artifact, @Body Partial<ArtifactDraft> patch, Expected expected) {
        return versioned(artifacts.update(caller, artifact, expected, patch));
    }

    @Delete
    void delete(Caller caller, Id<Artifact> artifact, @RequestBean Purge how, Expected expected) {
        if (how.purge()) {
            artifacts.purge(caller, artifact, expected);
        } else {
            artifacts.delete(caller, artifact, expected);
        }
    }

    @Post("/restore")
    @Idempotent
    Versioned<ArtifactWithContent> restore(Caller caller, Id<Artifact> artifact, Expected expected) {
        return versioned(artifacts.restore(caller, artifact, expected));
    }

    @Post("/status")
    @Idempotent
    Versioned<ArtifactWithContent> changeStatus(
            Caller caller, Id<Artifact> artifact, @Body @MayBeEmpty NewStatus body, Expected expected) {
        return versioned(artifacts.changeStatus(caller, artifact, expected, body.status()));
    }

    @Get("/revisions")
    ListBody<ArtifactRevision> revisions(Caller caller, Id<Artifact> artifact, @RequestBean Paging paging) {
        var page = paging.by(RevisionRepository.SORTS, RevisionRepository.NEWEST_FIRST);
        return ListBody.of(artifacts.revisions(caller, artifact, page));
    }

    @Get("/revisions/{number}")
    RevisionWithContent revision(Caller caller, Id<Artifact> artifact, Whole number) {
        return artifacts.revision(caller, artifact, number.value());
    }

    private static Versioned<ArtifactWithContent> versioned(ArtifactWithContent found) {
        return Versioned.of(found, found.artifact().lifecycle());
    }
}

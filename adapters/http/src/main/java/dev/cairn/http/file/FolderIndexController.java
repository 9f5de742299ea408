package dev.cairn.http.file;

import dev.cairn.application.file.IndexJob;
import dev.cairn.application.file.IndexService;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Accepted;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** Runs of the index: begun, followed and ended (R51). */
@Routes(HttpSettings.BASE)
class FolderIndexController {
    private final IndexService index;

    FolderIndexController(IndexService index) {
        this.index = index;
    }

    /**
     * How a folder is indexed.
     *
     * @param full whether files are read whose size and time did not change
     */
    @Introspected
    record Indexing(@Nullable Boolean full) {}

    @Post("/projects/{project}/index")
    @Idempotent
    Accepted<IndexJob> start(Caller caller, ProjectRef project, @Body @MayBeEmpty Indexing body) {
        IndexJob job = index.start(caller, project, Boolean.TRUE.equals(body.full()));
        return Accepted.at("/jobs/" + job.id(), job);
    }

    @Get("/jobs/{job}")
    IndexJob get(Caller caller, Id<Job> job) {
        return index.get(caller, job);
    }

    @Post("/jobs/{job}/cancel")
    @Idempotent
    IndexJob cancel(Caller caller, Id<Job> job) {
        return index.cancel(caller, job);
    }
}

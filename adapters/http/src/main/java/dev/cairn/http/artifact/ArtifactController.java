package dev.cairn.http.artifact;

import dev.cairn.application.artifact.ArtifactFields;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** One artifact and its revisions. */
@Controller(HttpSettings.BASE + "/artifacts/{a}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArtifactController {
    private final Api api;
    private final ArtifactService artifacts;

    ArtifactController(Api api, ArtifactService artifacts) {
        this.api = api;
        this.artifacts = artifacts;
    }

    @Get
    HttpResponse<byte[]> get(HttpRequest<?> request, String a) {
        return api.answer(request, reply(artifacts.get(api.caller(), Id.parse(a))));
    }

    @Patch
    @Conditional
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String a) {
        ArtifactFields fields = api.body(request).as(ArtifactFields.class);
        return api.answer(request, reply(artifacts.update(api.caller(), Id.parse(a), api.expected(request), fields)));
    }

    @Delete
    @Conditional
    HttpResponse<byte[]> delete(HttpRequest<?> request, String a, @QueryValue @Nullable String purge) {
        Id<Artifact> id = Id.parse(a);
        if (new Query(request).flag("purge")) {
            artifacts.purge(api.caller(), id, api.expected(request));
        } else {
            artifacts.delete(api.caller(), id, api.expected(request));
        }
        return api.noContent();
    }

    @Post("/restore")
    @Conditional
    HttpResponse<byte[]> restore(HttpRequest<byte[]> request, String a) {
        return api.action(
                request, _ -> () -> reply(artifacts.restore(api.caller(), Id.parse(a), api.expected(request))));
    }

    @Post("/status")
    @Conditional
    HttpResponse<byte[]> changeStatus(HttpRequest<byte[]> request, String a) {
        return api.action(request, object -> {
            ArtifactStatus status = object.require("status", ArtifactStatus.class);
            return () -> reply(artifacts.changeStatus(api.caller(), Id.parse(a), api.expected(request), status));
        });
    }

    @Get("/revisions")
    HttpResponse<byte[]> revisions(
            HttpRequest<?> request,
            String a,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(RevisionRepository.SORTS, RevisionRepository.NEWEST_FIRST);
        return api.answer(request, query.reply(artifacts.revisions(api.caller(), Id.parse(a), page)));
    }

    @Get("/revisions/{number}")
    HttpResponse<byte[]> revision(HttpRequest<?> request, String a, String number) {
        return api.answer(
                request, Reply.ok(artifacts.revision(api.caller(), Id.parse(a), Query.whole("number", number))));
    }

    private static Reply reply(ArtifactWithContent found) {
        return Reply.ok(found, found.artifact().lifecycle());
    }
}

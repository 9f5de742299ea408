package dev.cairn.http.artifact;

import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The artifacts of a project. */
@Controller(HttpSettings.BASE + "/projects/{p}/artifacts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArtifactListController {
    private static final Sort OLDEST_FIRST = Sort.by(Sort.asc("createdAt"));

    private final Api api;
    private final ArtifactService artifacts;
    private final GenerationService generation;

    ArtifactListController(Api api, ArtifactService artifacts, GenerationService generation) {
        this.api = api;
        this.artifacts = artifacts;
        this.generation = generation;
    }

    @Post
    HttpResponse<byte[]> create(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            CreateArtifact command = command(object);
            return () -> {
                ArtifactWithContent created = artifacts.create(api.caller(), ProjectRef.parse(p), command);
                return Reply.created(
                        created,
                        HttpSettings.BASE + "/artifacts/" + created.artifact().id(),
                        created.artifact().lifecycle());
            };
        });
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            String p,
            @QueryValue @Nullable String type,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String include,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var includes = query.includes(Set.of(Query.TOTAL)).allowing(Query.TOTAL, Set.of());
        List<ArtifactType> types = query.values("type", ArtifactType.class);
        List<ArtifactStatus> statuses = query.values("status", ArtifactStatus.class);
        var page = query.page(ArtifactRepository.SORTS, OLDEST_FIRST, includes.has(Query.TOTAL));
        return api.answer(
                request,
                query.reply(artifacts.list(
                        api.caller(), ProjectRef.parse(p), id -> new ArtifactFilter(id, types, statuses), page)));
    }

    /** Without {@code types} all four. */
    @Post("/generate")
    HttpResponse<byte[]> generate(HttpRequest<byte[]> request, String p) {
        return api.action(request, object -> {
            List<ArtifactType> types = object.takeList("types", ArtifactType.class);
            return () ->
                    new Query(request).reply(generation.generate(api.caller(), ProjectRef.parse(p), types), null, null);
        });
    }

    private static CreateArtifact command(BodyObject object) {
        ArtifactType given = object.take("type", ArtifactType.class);
        ArtifactType type = given == null ? ArtifactType.DOCUMENT : given;
        ArtifactFormat format = object.take("format", ArtifactFormat.class);
        return new CreateArtifact(
                type,
                object.require("title", String.class),
                format == null ? type.format() : format,
                RevisionText.of(object.require("content", String.class)));
    }
}

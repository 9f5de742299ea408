package dev.cairn.http.interchange;

import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportRequest;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files of trackers, in and out; both are streamed. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InterchangeController {
    private static final MediaType NDJSON = MediaType.of("application/x-ndjson");

    private final Api api;
    private final ImportService imports;
    private final ExportService exports;
    private final Spool spool;

    InterchangeController(Api api, ImportService imports, ExportService exports, Spool spool) {
        this.spool = spool;
        this.api = api;
        this.imports = imports;
        this.exports = exports;
    }

    @Post("/imports")
    @Consumes({"application/json", "application/x-ndjson", "application/jsonl"})
    HttpResponse<byte[]> run(
            HttpRequest<?> request,
            @QueryValue @Nullable String project,
            @QueryValue @Nullable String format,
            @QueryValue @Nullable String source,
            @QueryValue @Nullable String defaultSource,
            @QueryValue @Nullable String prune,
            @Body @Nullable InputStream body)
            throws IOException {
        if (project == null || format == null) {
            throw Invalid.of(
                    ErrorCode.REQUIRED,
                    project == null ? "project" : "format",
                    "project and format are required; formats: " + String.join(", ", imports.formats()));
        }
        if (request.getHeaders().contains("Idempotency-Key")) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    "Idempotency-Key",
                    "An import needs no Idempotency-Key: importing again updates");
        }
        ImportRequest how = new ImportRequest(format, source, defaultSource, new Query(request).flag("prune"));
        try (InputStream file = body == null ? InputStream.nullInputStream() : body) {
            return api.answer(request, Reply.ok(imports.run(api.caller(), ProjectRef.parse(project), how, file)));
        }
    }

    /** Written to a file of its own first: an export that fails is an error and never half an answer, and a slow reader holds no snapshot. */
    @Get("/projects/{p}/export")
    HttpResponse<StreamedFile> export(HttpRequest<?> request, String p) {
        ProjectRef ref = ProjectRef.parse(p);
        Project project = exports.require(api.caller(), ref);
        InputStream whole = spool.whole(out -> exports.export(api.caller(), ref, out));
        return HttpResponse.ok(new StreamedFile(whole, NDJSON))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.cairn.jsonl\"".formatted(project.key()));
    }
}

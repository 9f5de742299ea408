package dev.cairn.http.interchange;

import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.ImportRequest;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.interchange.SystemImportService;
import dev.cairn.application.interchange.SystemReport;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files of trackers, in and out; both are streamed. */
@Routes(HttpSettings.BASE)
record InterchangeController(
        ImportService imports, SystemImportService systems, ExportService exports, ExportSpool spool) {
    private static final MediaType NDJSON = MediaType.of("application/x-ndjson");

    /** The options of an import. */
    @Introspected
    record Wanted(
            @Nullable String project,
            @Nullable String format,
            @Nullable String source,
            @Nullable String defaultSource,
            boolean prune) {
        ImportRequest request(String checked) {
            return new ImportRequest(checked, source, defaultSource, prune);
        }
    }

    @Post("/imports")
    @Consumes({"application/json", "application/x-ndjson", "application/jsonl", "application/zip"})
    ImportReport run(
            Caller caller,
            @RequestBean Wanted wanted,
            @Header("Idempotency-Key") @Nullable String key,
            @Body @Nullable InputStream body)
            throws IOException {
        String project = wanted.project();
        String format = wanted.format();
        if (project == null || format == null) {
            throw Invalid.of(
                    ErrorCode.REQUIRED,
                    project == null ? "project" : "format",
                    "project and format are required; formats: " + String.join(", ", imports.formats()));
        }
        requireNone(key);
        try (InputStream file = body == null ? InputStream.nullInputStream() : body) {
            return imports.run(caller, ProjectRef.parse(project), wanted.request(format), file);
        }
    }

    /** Imports the database of another system; without a project, each of its projects gets its own. */
    @Post("/imports/systems")
    @Consumes({"application/json", "application/vnd.sqlite3", "application/zip"})
    SystemReport runSystem(
            Caller caller,
            @RequestBean Wanted wanted,
            @Header("Idempotency-Key") @Nullable String key,
            @Body @Nullable InputStream body)
            throws IOException {
        String format = wanted.format();
        if (format == null) {
            throw Invalid.of(
                    ErrorCode.REQUIRED,
                    "format",
                    "format is required; formats: " + String.join(", ", systems.formats()));
        }
        requireNone(key);
        ProjectRef project = wanted.project() == null ? null : ProjectRef.parse(wanted.project());
        try (InputStream file = body == null ? InputStream.nullInputStream() : body) {
            return systems.run(caller, project, wanted.request(format), file);
        }
    }

    private static void requireNone(@Nullable String key) {
        if (key != null) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    "Idempotency-Key",
                    "An import needs no Idempotency-Key: importing again updates");
        }
    }

    /**
     * Exports a project. The export is written to a file first: one that fails is an error and never half an answer, and a
     * slow reader holds no snapshot.
     */
    @Get("/projects/{project}/export")
    HttpResponse<StreamedFile> export(HttpRequest<?> request, Caller caller, ProjectRef project) {
        Project exported = exports.require(caller, project);
        MutableHttpResponse<StreamedFile> answer = HttpResponse.<StreamedFile>ok()
                .contentType(NDJSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.cairn.jsonl\"".formatted(exported.key()));
        return request.getMethod() == HttpMethod.HEAD
                ? answer
                : answer.body(
                        new StreamedFile(spool.whole(request, out -> exports.export(caller, project, out)), NDJSON));
    }
}

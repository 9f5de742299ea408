package dev.cairn.http.prompt;

import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.prompt.PromptFileService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import dev.cairn.http.interchange.ExportSpool;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prompts as files, in and out (R49); both are streamed. */
@Routes(HttpSettings.BASE + "/prompts")
record PromptFileController(PromptFileService files, ExportSpool spool) {
    private static final String MARKDOWN = "markdown";
    private static final String ZIP = "zip";
    private static final Map<String, MediaType> TYPES =
            Map.of(MARKDOWN, MediaType.of("text/markdown;charset=utf-8"), ZIP, MediaType.of("application/zip"));

    /**
     * How a file is imported.
     *
     * @param project whose prompts they become; null for prompts of no project
     * @param format of the file; null for what its type says
     * @param name of the file, after which a prompt is called that says no title
     */
    @Introspected
    record Wanted(
            @Nullable String project,
            @Nullable String format,
            @Nullable String name) {}

    /** The prompts to export, and their format. */
    @Introspected
    record Exported(@Nullable String project, @Nullable String format) {}

    @Post("/import")
    @Consumes({"application/json", "text/markdown", "application/zip"})
    ImportReport run(
            Caller caller,
            @RequestBean Wanted wanted,
            @Header("Idempotency-Key") @Nullable String key,
            @Header(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Body @Nullable InputStream body)
            throws IOException {
        if (key != null) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    "Idempotency-Key",
                    "An import needs no Idempotency-Key: importing again updates");
        }
        try (InputStream file = body == null ? InputStream.nullInputStream() : body) {
            return files.run(caller, project(wanted.project()), format(wanted.format(), type), wanted.name(), file);
        }
    }

    /** The answer is written to a file first: one that fails is an error and never half of one. */
    @Get("/export")
    HttpResponse<StreamedFile> export(HttpRequest<?> request, Caller caller, @RequestBean Exported exported) {
        String format = exported.format() == null ? MARKDOWN : exported.format();
        ProjectRef ref = project(exported.project());
        Project project = files.require(caller, ref, format);
        String name = (project == null ? "" : project.key() + "-") + "prompts." + (format.equals(ZIP) ? ZIP : "md");
        MediaType type = TYPES.getOrDefault(format, MediaType.TEXT_PLAIN_TYPE);
        MutableHttpResponse<StreamedFile> answer = HttpResponse.<StreamedFile>ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        return request.getMethod() == HttpMethod.HEAD
                ? answer
                : answer.body(
                        new StreamedFile(spool.whole(request, out -> files.export(caller, ref, format, out)), type));
    }

    private static @Nullable ProjectRef project(@Nullable String text) {
        return text == null ? null : ProjectRef.parse(text);
    }

    private static String format(@Nullable String given, @Nullable String type) {
        if (given != null) {
            return given;
        }
        return type != null && type.startsWith("application/zip") ? ZIP : MARKDOWN;
    }
}

package dev.cairn.http.docs;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Serves the description of the API, and a page on which swagger-ui shows it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {
    private static final MediaType YAML = MediaType.of("application/yaml; charset=utf-8");
    private static final MediaType CSS = MediaType.of("text/css; charset=utf-8");
    private static final MediaType SCRIPT = MediaType.of("text/javascript; charset=utf-8");
    /** The one page with images in its style sheet. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Get("/openapi.yml")
    StreamedFile description() {
        return file("openapi.yml", YAML);
    }

    @Get("/docs")
    HttpResponse<StreamedFile> page() {
        return HttpResponse.ok(file("docs.html", MediaType.of("text/html; charset=utf-8")))
                .header("Content-Security-Policy", POLICY);
    }

    @Get("/docs/docs.js")
    StreamedFile script() {
        return file("docs.js", SCRIPT);
    }

    @Get("/docs/swagger-ui.css")
    StreamedFile style() {
        return ofSwaggerUi("swagger-ui.css", CSS);
    }

    @Get("/docs/swagger-ui-bundle.js")
    StreamedFile bundle() {
        return ofSwaggerUi("swagger-ui-bundle.js", SCRIPT);
    }

    /** The folder in the webjar is called like its version. */
    private static StreamedFile ofSwaggerUi(String name, MediaType type) {
        Properties jar = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            jar.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file("/META-INF/resources/webjars/swagger-ui/%s/%s".formatted(jar.getProperty("version"), name), type);
    }

    private static StreamedFile file(String name, MediaType type) {
        return new StreamedFile(open(name), type);
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(DocsController.class.getResourceAsStream(name), name);
    }
}

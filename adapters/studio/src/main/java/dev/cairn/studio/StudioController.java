package dev.cairn.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves the Studio: its one page at every address, which itself decides what to show, and the files that it loads. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StudioController {
    private static final String PAGE = "index.html";
    /** Names stay the same from build to build, so a browser asks each time whether it has the newest. */
    private static final String CACHED = "no-cache";

    private final Map<String, StudioFile> files = new ConcurrentHashMap<>();

    @Get(uris = {"/", "/p/{+view}", "/t/{ticket}", "/agents", "/people", "/queues", "/search", "/system"})
    HttpResponse<byte[]> page(@Header("If-None-Match") @Nullable String known) {
        return answer(PAGE, known);
    }

    @Get("/studio/{name}")
    HttpResponse<byte[]> file(String name, @Header("If-None-Match") @Nullable String known) {
        return answer(name, known);
    }

    private HttpResponse<byte[]> answer(String name, @Nullable String known) {
        StudioFile file = files.computeIfAbsent(name, StudioFile::read);
        if (file == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "The page has no such part");
        }
        return (file.isKnown(known) ? HttpResponse.<byte[]>notModified() : HttpResponse.ok(file.content()))
                .contentType(file.type())
                .header("ETag", file.etag())
                .header("Cache-Control", CACHED);
    }
}

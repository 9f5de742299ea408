package dev.cairn.http.start;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page that the link for a browser opens: it swaps the token in the link's fragment for a session. */
@Controller
final class StartController {
    private final String page = read("start.html");
    private final String style = read("start.css");
    private final String script = read("start.js");

    @Get("/")
    HttpResponse<String> page() {
        return HttpResponse.ok(page).contentType("text/html; charset=utf-8");
    }

    @Get("/start.css")
    HttpResponse<String> style() {
        return HttpResponse.ok(style).contentType("text/css; charset=utf-8");
    }

    @Get("/start.js")
    HttpResponse<String> script() {
        return HttpResponse.ok(script).contentType("text/javascript; charset=utf-8");
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(StartController.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

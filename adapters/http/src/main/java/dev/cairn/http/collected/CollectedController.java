package dev.cairn.http.collected;

import dev.cairn.application.collected.Collected;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Collected data and their validation (R24, R25). The ETag is the project's version. */
@Controller(HttpSettings.BASE + "/projects/{p}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CollectedController {
    private final Api api;
    private final CollectedService collected;

    CollectedController(Api api, CollectedService collected) {
        this.api = api;
        this.collected = collected;
    }

    @Get("/collected-data")
    HttpResponse<byte[]> get(HttpRequest<?> request, String p) {
        return api.answer(request, reply(collected.get(api.caller(), ProjectRef.parse(p))));
    }

    @Put("/collected-data")
    @Conditional
    HttpResponse<byte[]> replace(HttpRequest<byte[]> request, String p) {
        CollectedData data = CollectedTree.read(api.body(request).tree());
        return api.answer(
                request, reply(collected.replace(api.caller(), ProjectRef.parse(p), api.expected(request), data)));
    }

    @Post("/collected-data/merge")
    @Conditional
    HttpResponse<byte[]> merge(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            CollectedData data = CollectedTree.read(object.tree());
            return () -> reply(collected.merge(api.caller(), ProjectRef.parse(p), api.expected(request), data));
        });
    }

    @Post("/validate")
    @Conditional
    HttpResponse<byte[]> validate(HttpRequest<byte[]> request, String p) {
        return api.action(
                request,
                _ -> () -> Reply.ok(collected.validate(api.caller(), ProjectRef.parse(p), api.expected(request))));
    }

    @Get("/validation")
    HttpResponse<byte[]> validation(HttpRequest<?> request, String p) {
        return api.answer(request, Reply.ok(collected.validation(api.caller(), ProjectRef.parse(p))));
    }

    private static Reply reply(Collected state) {
        return Reply.ok(state, state.lifecycle());
    }
}

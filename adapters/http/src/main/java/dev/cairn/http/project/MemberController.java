package dev.cairn.http.project;

import dev.cairn.application.project.MemberService;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.user.UserNames;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who takes part in a project, and who owns it. */
@Controller(HttpSettings.BASE + "/projects/{p}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MemberController {
    private final Api api;
    private final MemberService members;
    private final UserNames names;

    MemberController(Api api, MemberService members, UserNames names) {
        this.api = api;
        this.members = members;
        this.names = names;
    }

    @Get("/members")
    HttpResponse<byte[]> list(
            HttpRequest<?> request, String p, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(Set.of(), MemberRepository.ORDER);
        return api.answer(request, query.reply(members.list(api.caller(), ProjectRef.parse(p), page)));
    }

    @Get("/members/{user}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String p, String user) {
        return api.answer(request, Reply.ok(members.get(api.caller(), ProjectRef.parse(p), names.id(user))));
    }

    @Put("/members/{user}")
    HttpResponse<byte[]> put(HttpRequest<byte[]> request, String p, String user) {
        BodyObject object = api.body(request);
        Role role = object.require("role", Role.class);
        object.end();
        return api.answer(request, Reply.ok(members.put(api.caller(), ProjectRef.parse(p), names.id(user), role)));
    }

    @Delete("/members/{user}")
    HttpResponse<byte[]> remove(HttpRequest<?> request, String p, String user) {
        members.remove(api.caller(), ProjectRef.parse(p), names.id(user));
        return api.noContent();
    }

    @Post("/transfer")
    @Conditional
    HttpResponse<byte[]> transfer(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            String to = object.require("to", String.class);
            return () -> {
                Project project =
                        members.transfer(api.caller(), ProjectRef.parse(p), api.expected(request), names.id(to));
                return Reply.ok(project, project.lifecycle());
            };
        });
    }
}

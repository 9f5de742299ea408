package dev.cairn.http.user;

import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.NewToken;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.Scope;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** API tokens: keys for programs. The answer to a POST is the only one that shows the token itself. */
@Controller(HttpSettings.BASE + "/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    private final Api api;
    private final ApiTokenService tokens;
    private final UserNames names;

    TokenController(Api api, ApiTokenService tokens, UserNames names) {
        this.api = api;
        this.tokens = tokens;
        this.names = names;
    }

    @Post
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        return api.confidential(request, object -> {
            String project = object.take("project", String.class);
            String user = object.take("userId", String.class);
            NewToken command = new NewToken(
                    object.require("name", String.class),
                    Scope.set(object.requireList("scopes", Scope.class)),
                    user == null ? null : names.id(user),
                    project == null ? null : ProjectRef.parse(project),
                    object.take("expiresAt", Instant.class));
            return () -> {
                IssuedToken issued = tokens.create(api.caller(), command);
                return Reply.created(
                        issued,
                        HttpSettings.BASE + "/tokens/" + issued.apiToken().id());
            };
        });
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String project,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        ProjectRef ref = project == null ? null : ProjectRef.parse(project);
        var page = query.page(ApiTokenRepository.SORTS, NEWEST);
        return api.answer(request, query.reply(tokens.list(api.caller(), ref, page)));
    }

    @Get("/{t}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String t) {
        return api.answer(request, Reply.ok(tokens.get(api.caller(), Id.parse(t))));
    }

    @Delete("/{t}")
    HttpResponse<byte[]> revoke(HttpRequest<?> request, String t) {
        tokens.revoke(api.caller(), Id.parse(t));
        return api.noContent();
    }
}

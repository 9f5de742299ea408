package dev.cairn.http.user;

import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.NewToken;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Required;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API tokens: keys for programs. The answer to a POST is the only one that shows the token itself. */
@Routes(HttpSettings.BASE + "/tokens")
record TokenController(ApiTokenService tokens, UserNames names) {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    /** A new API token. */
    @Introspected
    record Wish(
            @Nullable String project,
            @Nullable String userId,
            String name,
            @Required List<Scope> scopes,
            @Nullable Instant expiresAt) {}

    @Introspected
    record Wanted(@Nullable ProjectRef project, Paging paging) {}

    @Post
    @Confidential
    Created<IssuedToken> create(Caller caller, @Body Wish wish) {
        IssuedToken issued = tokens.create(
                caller,
                new NewToken(
                        wish.name(),
                        Scope.set(wish.scopes()),
                        wish.userId() == null ? null : names.id(caller, wish.userId(), "userId"),
                        wish.project() == null ? null : ProjectRef.parse(wish.project()),
                        wish.expiresAt()));
        return Created.at("/tokens/" + issued.apiToken().id(), issued);
    }

    @Get
    ListBody<ApiToken> list(Caller caller, @RequestBean Wanted wanted) {
        var page = wanted.paging().by(ApiTokenRepository.SORTS, NEWEST);
        return ListBody.of(tokens.list(caller, wanted.project(), page));
    }

    @Get("/{token}")
    ApiToken get(Caller caller, Id<ApiToken> token) {
        return tokens.get(caller, token);
    }

    @Delete("/{token}")
    void revoke(Caller caller, Id<ApiToken> token) {
        tokens.revoke(caller, token);
    }
}

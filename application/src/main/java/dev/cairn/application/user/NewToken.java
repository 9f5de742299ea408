package dev.cairn.application.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command to create an API token.
 *
 * @param user the caller's agent for whom the token is; null for the caller
 * @param project the only project it is to reach
 */
public record NewToken(
        String name,
        Set<Scope> scopes,
        @Nullable Id<User> user,
        @Nullable ProjectRef project,
        @Nullable Instant expiresAt) {
    public NewToken {
        scopes = Scope.set(scopes);
    }

    public static NewToken of(String name, Scope... scopes) {
        return new NewToken(name, Scope.set(List.of(scopes)), null, null, null);
    }
}

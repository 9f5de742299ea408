package dev.cairn.http.security;

import dev.cairn.application.user.LocalOwner;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import jakarta.inject.Singleton;

/** The browsers that act for the local owner: where all sessions of a user end, theirs do when it is that one (R16, R17). */
@Singleton
public final class OwnersBrowsers {
    private final LocalOwner owner;
    private final BrowserSessions sessions;

    OwnersBrowsers(LocalOwner owner, BrowserSessions sessions) {
        this.owner = owner;
        this.sessions = sessions;
    }

    public void endIfOf(Id<User> user) {
        if (owner.id().equals(user)) {
            sessions.endAll();
        }
    }
}

package dev.cairn.application.user;

import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;

/** A new session with its token, which is shown only now. */
public record SignedIn(User user, Session session, Token token) {}

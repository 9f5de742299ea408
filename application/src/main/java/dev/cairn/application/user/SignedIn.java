package dev.cairn.application.user;

import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;

/** A session that has just begun, with its token, which is shown this once. */
public record SignedIn(User user, Session session, Token token) {}

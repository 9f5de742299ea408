package dev.cairn.application.user;

import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Token;

/** A new API token with its text, which is shown only now. */
public record IssuedToken(ApiToken apiToken, Token token) {}

package dev.cairn.application.user;

import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Token;

/** An API token that has just been made, with its text, which is shown this once. */
public record IssuedToken(ApiToken apiToken, Token token) {}

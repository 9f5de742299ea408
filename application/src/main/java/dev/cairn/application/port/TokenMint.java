package dev.cairn.application.port;

import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.TokenKind;

/** Makes tokens of 256 random bits, and what is kept of them (R16). */
public interface TokenMint {
    Token next(TokenKind kind);

    TokenHash hash(Token token);
}

package dev.cairn.application.port;

import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;

/** Makes tokens of 256 random bits (R16). */
public interface TokenMint {
    Token next(TokenKind kind);
}

package dev.cairn.mcp.remote;

import dev.cairn.domain.error.WireCode;

/** Why an agent's own end of the line has no answer of a server. */
enum LineCode implements WireCode {
    /** None can be reached or started. */
    SERVER_UNAVAILABLE,
    /** It was there before. */
    SERVER_GONE,
    /** What answers is no Cairn. */
    SERVER_FOREIGN,
    /** It cannot be sent. */
    TOKEN_MALFORMED
}

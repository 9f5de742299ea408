package dev.cairn.mcp.remote;

import dev.cairn.domain.error.WireCode;

/** The reasons why an agent's own end of the line has no answer of a server. */
enum LineCode implements WireCode {
    /** No server can be reached or started. */
    SERVER_UNAVAILABLE,
    /** A server that was reached before has gone away; the work may have been done. */
    SERVER_GONE,
    /** The address answers, but not as Cairn does. */
    SERVER_FOREIGN,
    /** The token holds characters that no header can carry. */
    TOKEN_MALFORMED
}

/** The tools of agents on a real file, the protocol message by message, and both over HTTP. */
@NullMarked
package dev.cairn.server.mcp;

import org.jspecify.annotations.NullMarked;

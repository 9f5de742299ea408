/** The door of agents: messages of the Model Context Protocol, one per request. */
@NullMarked
package dev.cairn.http.mcp;

import org.jspecify.annotations.NullMarked;

/** The line from an agent to the server that owns the data. */
@NullMarked
package dev.cairn.mcp.remote;

import org.jspecify.annotations.NullMarked;

/** Tests of the way to a server. */
@NullMarked
package dev.cairn.mcp.remote;

import org.jspecify.annotations.NullMarked;

/** The protocol, message by message. */
@NullMarked
package dev.cairn.mcp.protocol;

import org.jspecify.annotations.NullMarked;

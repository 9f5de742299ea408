/** The Model Context Protocol in both its eras, without a transport and without a single use case. */
@NullMarked
package dev.cairn.mcp.protocol;

import org.jspecify.annotations.NullMarked;

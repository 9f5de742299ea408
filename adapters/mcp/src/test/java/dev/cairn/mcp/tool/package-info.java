/** What stands around a tool. */
@NullMarked
package dev.cairn.mcp.tool;

import org.jspecify.annotations.NullMarked;

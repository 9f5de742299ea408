/** Tools: each has a name, arguments and an answer as records, and a use case behind it. */
@NullMarked
package dev.cairn.mcp.tool;

import org.jspecify.annotations.NullMarked;

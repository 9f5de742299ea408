/** What a tool is: a name, what it takes and answers as records, and a use case behind it. */
@NullMarked
package dev.cairn.mcp.tool;

import org.jspecify.annotations.NullMarked;

/** Resources, prompts and their completion, and the desk where they and the tools are asked for. */
@NullMarked
package dev.cairn.mcp.guide;

import org.jspecify.annotations.NullMarked;

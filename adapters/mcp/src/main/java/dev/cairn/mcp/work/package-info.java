/** The tools of agents: to look around, to plan, and to take work, report on it and hand it back. */
@NullMarked
package dev.cairn.mcp.work;

import org.jspecify.annotations.NullMarked;

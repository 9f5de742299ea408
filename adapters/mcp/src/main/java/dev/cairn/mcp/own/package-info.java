/** The tools of agents as Cairn's own agents call them while they answer. */
@NullMarked
package dev.cairn.mcp.own;

import org.jspecify.annotations.NullMarked;

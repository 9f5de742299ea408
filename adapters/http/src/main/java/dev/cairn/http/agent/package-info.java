/** Routes of agents, of their runs, and of what they remember. */
@NullMarked
package dev.cairn.http.agent;

import org.jspecify.annotations.NullMarked;

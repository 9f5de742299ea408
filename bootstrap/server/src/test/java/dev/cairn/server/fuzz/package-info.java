/** Random requests to every operation and tool that is described, most of them wrong, and what must be true of all answers. */
@NullMarked
package dev.cairn.server.fuzz;

import org.jspecify.annotations.NullMarked;

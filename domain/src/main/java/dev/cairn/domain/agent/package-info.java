/** Agents that answer with a language model, and each run in which they did. */
@NullMarked
package dev.cairn.domain.agent;

import org.jspecify.annotations.NullMarked;

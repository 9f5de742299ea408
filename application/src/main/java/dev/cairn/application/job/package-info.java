/** Runs jobs: what a use case wants done later, in the background, without losing it and without doing it twice (T4, L19–L26). */
@NullMarked
package dev.cairn.application.job;

import org.jspecify.annotations.NullMarked;

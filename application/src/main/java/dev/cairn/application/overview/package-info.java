/** Use cases of project summaries: counts, scores and last activity. */
@NullMarked
package dev.cairn.application.overview;

import org.jspecify.annotations.NullMarked;

/** What is known of a project's purpose and parts, how complete that is, and how it does by the rubric. */
@NullMarked
package dev.cairn.domain.collected;

import org.jspecify.annotations.NullMarked;

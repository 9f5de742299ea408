/** The collected data of a project, their completeness, and the validation by the rubric. */
@NullMarked
package dev.cairn.domain.collected;

import org.jspecify.annotations.NullMarked;

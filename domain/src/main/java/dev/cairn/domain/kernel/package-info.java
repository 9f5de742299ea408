/** The building blocks of every aggregate: ids, text rules, lifecycle, pages and the generic repository port. */
@NullMarked
package dev.cairn.domain.kernel;

import org.jspecify.annotations.NullMarked;

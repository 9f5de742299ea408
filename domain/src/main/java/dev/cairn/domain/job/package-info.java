/** Work that Cairn does by itself, later or elsewhere, and never twice. */
@NullMarked
package dev.cairn.domain.job;

import org.jspecify.annotations.NullMarked;

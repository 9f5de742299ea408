/** The append-only log of everything that happened. */
@NullMarked
package dev.cairn.domain.activity;

import org.jspecify.annotations.NullMarked;

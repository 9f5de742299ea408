/** The log of what happened. */
@NullMarked
package dev.cairn.persistence.activity;

import org.jspecify.annotations.NullMarked;

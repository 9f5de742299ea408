/** The store of the activity log. */
@NullMarked
package dev.cairn.persistence.activity;

import org.jspecify.annotations.NullMarked;

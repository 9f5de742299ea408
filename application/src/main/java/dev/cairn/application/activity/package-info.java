/** Use cases of the activity log. */
@NullMarked
package dev.cairn.application.activity;

import org.jspecify.annotations.NullMarked;

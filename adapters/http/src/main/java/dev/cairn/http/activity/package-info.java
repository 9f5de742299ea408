/** The routes of the activity log. */
@NullMarked
package dev.cairn.http.activity;

import org.jspecify.annotations.NullMarked;

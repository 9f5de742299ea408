/** Routes of settings. */
@NullMarked
package dev.cairn.http.setting;

import org.jspecify.annotations.NullMarked;

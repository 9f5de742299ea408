/** Use cases of settings. */
@NullMarked
package dev.cairn.application.setting;

import org.jspecify.annotations.NullMarked;

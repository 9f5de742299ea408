/** The store of settings. */
@NullMarked
package dev.cairn.persistence.setting;

import org.jspecify.annotations.NullMarked;

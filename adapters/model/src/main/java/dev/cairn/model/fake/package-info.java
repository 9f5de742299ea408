/** A fake provider over real HTTP: for newcomers without a key, and for tests of failures. */
@NullMarked
package dev.cairn.model.fake;

import org.jspecify.annotations.NullMarked;

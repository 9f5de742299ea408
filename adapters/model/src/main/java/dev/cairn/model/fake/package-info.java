/** A provider that only pretends, over real HTTP: for newcomers without a key, and for tests of what may go wrong. */
@NullMarked
package dev.cairn.model.fake;

import org.jspecify.annotations.NullMarked;

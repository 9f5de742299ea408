/** What the hashes and tokens promise. */
@NullMarked
package dev.cairn.crypto;

import org.jspecify.annotations.NullMarked;

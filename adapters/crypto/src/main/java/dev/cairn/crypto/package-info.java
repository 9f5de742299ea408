/** Password hashing, tokens, and the sealing of secrets. */
@NullMarked
package dev.cairn.crypto;

import org.jspecify.annotations.NullMarked;

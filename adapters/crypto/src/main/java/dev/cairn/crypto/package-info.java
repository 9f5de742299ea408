/** Password hashing and tokens. */
@NullMarked
package dev.cairn.crypto;

import org.jspecify.annotations.NullMarked;

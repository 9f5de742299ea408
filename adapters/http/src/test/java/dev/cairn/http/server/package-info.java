/** Proofs that nobody keeps a connection waiting. */
@NullMarked
package dev.cairn.http.server;

import org.jspecify.annotations.NullMarked;

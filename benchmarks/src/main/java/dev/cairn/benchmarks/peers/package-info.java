/** Cairn and plain JDBC as workers beside the peers in other languages, and the database that all of them share. */
@NullMarked
package dev.cairn.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

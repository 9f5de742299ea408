/** Several servers on one PostgreSQL, without HTTP. */
@NullMarked
package dev.cairn.benchmarks.servers;

import org.jspecify.annotations.NullMarked;

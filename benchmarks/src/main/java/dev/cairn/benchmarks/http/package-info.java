/** Load on a running server over HTTP. */
@NullMarked
package dev.cairn.benchmarks.http;

import org.jspecify.annotations.NullMarked;

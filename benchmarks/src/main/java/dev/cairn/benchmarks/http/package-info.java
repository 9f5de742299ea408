/** Drives a server in a process of its own over HTTP: at a fixed rate for latencies, or as fast as it goes for the ceiling. */
@NullMarked
package dev.cairn.benchmarks.http;

import org.jspecify.annotations.NullMarked;

/** Measures the use cases on a real file. */
@NullMarked
package dev.cairn.benchmarks;

import org.jspecify.annotations.NullMarked;

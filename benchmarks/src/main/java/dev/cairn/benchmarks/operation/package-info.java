/** Measures single operations at three levels: plain JDBC, our repositories, our services. */
@NullMarked
package dev.cairn.benchmarks.operation;

import org.jspecify.annotations.NullMarked;

/** Many agents on many queues in simulated time, with the real use cases. */
@NullMarked
package dev.cairn.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;

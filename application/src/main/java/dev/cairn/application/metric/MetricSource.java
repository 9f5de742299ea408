package dev.cairn.application.metric;

import java.util.List;

/**
 * A source of some metrics. It counts while things happen, so that reading costs no more the longer a server runs; what
 * needs the database is read by one statement.
 */
@FunctionalInterface
public interface MetricSource {
    /** Answers the same metrics each time, in the same order; called within a read transaction. */
    List<Metric> metrics();
}

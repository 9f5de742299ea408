package dev.cairn.application.metric;

import java.util.List;

/**
 * Knows some of the figures. What it counts it counts while things happen, so that asking costs no more the longer a server runs;
 * what it has to ask the database for it asks by one statement.
 */
@FunctionalInterface
public interface MetricSource {
    /** Answers the same metrics each time, in the same order; called within a read transaction. */
    List<Metric> metrics();
}

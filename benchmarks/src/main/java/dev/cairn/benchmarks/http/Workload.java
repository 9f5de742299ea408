package dev.cairn.benchmarks.http;

/** What a generator sends. */
interface Workload {
    Request next();

    /** @param kind under which its latency is counted */
    record Request(String kind, byte[] bytes) {}
}

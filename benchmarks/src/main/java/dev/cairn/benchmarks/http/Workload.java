package dev.cairn.benchmarks.http;

import java.nio.ByteBuffer;

/** What a generator sends. */
interface Workload {
    Request next();

    /** @param kind under which its latency is counted */
    record Request(String kind, ByteBuffer bytes) {}
}

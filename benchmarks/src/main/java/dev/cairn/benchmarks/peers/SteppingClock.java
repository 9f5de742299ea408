package dev.cairn.benchmarks.peers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands until it is told to go on. It begins one day after the epoch of the ids, so that these stay below
 * 2^53: the peers in JavaScript can then use plain numbers, which are their fastest.
 */
final class SteppingClock extends Clock {
    private Instant now = Instant.parse("2020-01-02T00:00:00Z");

    void step() {
        now = now.plusSeconds(1);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package dev.cairn.server.process;

/** The seed of a randomised test: printed, and given again with {@code -Dcairn.seed=…}. */
final class Seed {
    private Seed() {}

    static long next() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        return seed;
    }
}

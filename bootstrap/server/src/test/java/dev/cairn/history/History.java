package dev.cairn.history;

import dev.cairn.history.Step.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A random history: the limits of two queues, and steps.
 *
 * @param limits {@code maxParallel, maxAttempts, maxStalls} of each queue
 */
@SuppressWarnings("ArrayRecordComponent") // read by place only, and never compared
record History(int[][] limits, List<Step> steps) {
    private static final int STEPS_MIN = 6;
    private static final int STEPS_MAX = 26;
    private static final int NUMBERS = 8;
    private static final int WEIGHTS =
            Arrays.stream(Kind.values()).mapToInt(kind -> kind.weight).sum();

    static History of(long seed) {
        Random random = new Random(seed);
        int[][] limits = new int[2][];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = new int[] {1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3)};
        }
        int count = STEPS_MIN + random.nextInt(STEPS_MAX - STEPS_MIN + 1);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Kind.CREATE, random.nextInt(NUMBERS), 1, 1));
        while (steps.size() < count) {
            steps.add(new Step(kind(random), recent(random), random.nextInt(NUMBERS), random.nextInt(NUMBERS)));
        }
        return new History(limits, List.copyOf(steps));
    }

    /** Mostly what was made last. */
    private static int recent(Random random) {
        int one = random.nextInt(NUMBERS);
        return Math.min(one, random.nextInt(NUMBERS));
    }

    private static Kind kind(Random random) {
        int weight = random.nextInt(WEIGHTS);
        for (Kind kind : Kind.values()) {
            weight -= kind.weight;
            if (weight < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    /** Without the steps from one to another. */
    History without(int from, int to) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(to, steps.size()));
        return new History(limits, List.copyOf(fewer));
    }
}

package dev.cairn.server.fuzz;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same again by its seed. */
final class Chance {
    private final Random random;
    /** How many of a hundred values are hostile at present. */
    private int hostility;

    private int left;

    Chance(long seed) {
        // Seeds that follow one another would begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    void beHonest() {
        hostility = 0;
        left = 0;
    }

    /** So many of a hundred values. */
    void beHostile(int percent) {
        hostility = percent;
        left = Integer.MAX_VALUE;
    }

    /** One value at most, in a request that is honest otherwise: the first of several faults hides the others. */
    void beHostileOnce(int percent) {
        hostility = percent;
        left = 1;
    }

    /** Whether the request is honest as a whole. */
    boolean honest() {
        return left <= 1;
    }

    /** Whether the next value shall be a hostile one. */
    boolean hostile() {
        if (left > 0 && percent(hostility)) {
            left--;
            return true;
        }
        return false;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** From zero up to, and without, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    byte anyByte() {
        return (byte) random.nextInt();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly one of the last. */
    <T> T lately(List<T> choices) {
        int one = random.nextInt(choices.size());
        int other = random.nextInt(choices.size());
        return choices.get(choices.size() - 1 - Math.min(one, other));
    }
}

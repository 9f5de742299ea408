package dev.cairn.benchmarks.peers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds what an operation answered into 32 bits, in the same way as the peers in other languages do. */
final class Checksum {
    private static final int FACTOR = 31;
    private static final int NULL = 0x6e756c6c;

    private int sum;

    Checksum number(@Nullable Long value) {
        if (value == null) {
            return fold(NULL);
        }
        return fold((int) (long) value).fold((int) (value >>> Integer.SIZE));
    }

    Checksum number(@Nullable Integer value) {
        return number(value == null ? null : Long.valueOf(value));
    }

    Checksum text(@Nullable String value) {
        if (value == null) {
            return fold(NULL);
        }
        fold(value.length());
        for (int i = 0; i < value.length(); i++) {
            fold(value.charAt(i));
        }
        return this;
    }

    Checksum texts(List<String> values) {
        fold(values.size());
        values.forEach(this::text);
        return this;
    }

    int value() {
        return sum;
    }

    private Checksum fold(int value) {
        sum = sum * FACTOR + value;
        return this;
    }
}

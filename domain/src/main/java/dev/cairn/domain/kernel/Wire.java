package dev.cairn.domain.kernel;

import java.util.Locale;

/** Writes constants in their one text form outside of the process: {@code in_progress}. */
public final class Wire {
    private Wire() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

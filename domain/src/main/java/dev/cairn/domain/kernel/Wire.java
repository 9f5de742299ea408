package dev.cairn.domain.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes constants in their one text form outside of the process: {@code in_progress}. */
public final class Wire {
    /** The texts of each type's constants, cached because they are written with every row. */
    private static final ClassValue<Map<Enum<?>, String>> TEXTS = new ClassValue<>() {
        @Override
        protected Map<Enum<?>, String> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Enum.class::cast)
                    .collect(Collectors.toUnmodifiableMap(
                            constant -> (Enum<?>) constant,
                            constant -> constant.name().toLowerCase(Locale.ROOT)));
        }
    };

    private Wire() {}

    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(TEXTS.get(constant.getDeclaringClass()).get(constant));
    }
}

package dev.cairn.usecase;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records with one field at or beyond its limits, whatever these are: made from their components' types. */
final class Extremes {
    /** The limits that texts have, and one beyond each. */
    private static final int[] LENGTHS = {
        35, 36, 50, 51, 100, 101, 200, 201, 254, 255, 500, 501, 1_000, 1_001, 2_000, 2_001, 5_000, 5_001, 10_000,
        10_001, 50_000, 50_001
    };

    private static final List<String> LETTERS = List.of("x", "é", "😀", "\uFDFA", "\u0001", "İ", "\uFFFF", "\u00AD");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\uDC00x",
            "\u200D",
            "\u202Ex",
            " x ",
            "\u3000x\u2003",
            "\u00A0",
            "zh-min",
            "i-default",
            "en-GB-oed",
            "x-" + "aaaaaaaa-".repeat(3) + "aaaaaa",
            "UTC+1",
            "+1",
            "GMT0",
            "https://xn--a.example/",
            "a@b");
    private static final List<Long> NUMBERS = List.of(
            Long.MIN_VALUE,
            (long) Integer.MIN_VALUE,
            -1L,
            0L,
            1L,
            4L,
            5L,
            100L,
            101L,
            1_000L,
            10_000L,
            10_001L,
            36_500L,
            36_501L,
            86_400L,
            86_401L,
            1_000_000L,
            1_000_001L,
            (long) Integer.MAX_VALUE,
            (1L << 53) - 1,
            1L << 53,
            Long.MAX_VALUE);
    private static final List<Instant> TIMES = List.of(
            Instant.MIN,
            Instant.parse("-0001-01-01T00:00:00Z"),
            Instant.EPOCH.minusMillis(1),
            Instant.EPOCH,
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MAX);
    private static final List<String> JSONS = List.of(
            "{}",
            "[]",
            "null",
            "0",
            "{\"a\":1e400}",
            "{\"a\":-1e-400}",
            "{\"a\":" + "9".repeat(100) + "}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":1,\"a\":2}",
            "{\"\":\"\"}",
            "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}",
            "{\"a\":\"" + "x".repeat(Json.LENGTH_MAX - 8) + "\"}",
            "{\"a\":\"" + "x".repeat(Json.LENGTH_MAX - 7) + "\"}");

    private final Random random;
    private final int oneOf;

    /** @param oneOf how many values are passed over for each that is tried: 1 tries all */
    Extremes(long seed, int oneOf) {
        this.random = new Random(seed);
        this.oneOf = oneOf;
    }

    /** Gives {@code use} each of them that can be made at all. */
    <R extends Record> void of(R standard, Consumer<R> use) {
        RecordComponent[] components = standard.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            for (Object value : values(components[i].getGenericType())) {
                if (random.nextInt(oneOf) > 0) {
                    continue;
                }
                @Nullable Object[] arguments = arguments(standard, components);
                arguments[i] = value;
                R made = made(standard, components, arguments);
                if (made != null) {
                    use.accept(made);
                }
            }
        }
    }

    private static @Nullable Object[] arguments(Record record, RecordComponent[] components) {
        return Arrays.stream(components)
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(record);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                })
                .toArray();
    }

    /** Null when a domain error refuses it. */
    @SuppressWarnings("unchecked") // of the record's own class
    private static <R extends Record> @Nullable R made(
            R standard, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = standard.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DomainError) {
                return null;
            }
            throw new AssertionError(standard.getClass() + " " + Arrays.toString(arguments), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private List<?> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                return lists(of);
            }
            return List.of();
        }
        if (!(type instanceof Class<?> known)) {
            return List.of();
        }
        if (known == String.class) {
            return texts();
        }
        if (known == Integer.class || known == int.class) {
            return NUMBERS.stream().map(Long::intValue).distinct().toList();
        }
        if (known == Long.class || known == long.class) {
            return NUMBERS;
        }
        if (known == Instant.class) {
            return TIMES;
        }
        if (known == Json.class) {
            return JSONS.stream().map(Extremes::json).flatMap(List::stream).toList();
        }
        return known.isEnum() ? List.of(known.getEnumConstants()) : List.of();
    }

    private static List<Json> json(String text) {
        try {
            return List.of(new Json(text));
        } catch (DomainError refused) {
            return List.of();
        }
    }

    /** Every text that is special, and a sample of those that are long. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>(TEXTS);
        for (int length : LENGTHS) {
            texts.add(LETTERS.get(random.nextInt(LETTERS.size())).repeat(length));
            if (length == 100 || length == 200 || length == 1_000) {
                texts.add(uncompressible(length));
            }
        }
        return texts;
    }

    /** Of characters with four bytes each: an index would have to take them as they are. */
    private String uncompressible(int length) {
        return IntStream.range(0, length)
                .map(_ -> 0x20000 + random.nextInt(0xA000))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<List<?>> lists(Type of) {
        List<List<?>> lists = new ArrayList<>();
        if (of == String.class) {
            for (int count : new int[] {50, 51, 100, 101}) {
                for (int length : new int[] {94, 100, 101, 4_994, 5_000, 5_001}) {
                    String letter = LETTERS.get(random.nextInt(LETTERS.size()));
                    lists.add(IntStream.range(0, count)
                            .mapToObj(i ->
                                    i + letter.repeat(length - String.valueOf(i).length()))
                            .toList());
                }
            }
            texts().stream().filter(text -> text.length() < 300).map(List::of).forEach(lists::add);
        } else {
            for (int count : new int[] {0, 1, 100, 101, 200, 201}) {
                lists.add(Collections.nCopies(count, new Id<>(count)));
            }
        }
        return lists;
    }
}

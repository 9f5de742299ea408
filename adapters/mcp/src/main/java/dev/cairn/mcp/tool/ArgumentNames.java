package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates names in problems: use cases say {@code leaseSeconds} where a tool's argument is {@code lease_seconds}. */
final class ArgumentNames implements UnaryOperator<String> {
    /** Said by use cases, and by no component of a tool's arguments. */
    private static final List<String> OTHERS = List.of("despiteBlockers");

    private final Pattern camelCase;

    /** @param arguments of a tool */
    ArgumentNames(Class<? extends Record> arguments) {
        String names = Stream.concat(
                        Arrays.stream(arguments.getRecordComponents()).map(RecordComponent::getName), OTHERS.stream())
                .filter(name -> !name.equals(inSnakeCase(name)))
                .collect(Collectors.joining("|"));
        this.camelCase = Pattern.compile("\\b(" + names + ")\\b");
    }

    static String inSnakeCase(String name) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
    }

    /** Replaces the use cases' names by those of the tool's arguments. */
    @Override
    public String apply(String text) {
        return camelCase.matcher(text).replaceAll(name -> inSnakeCase(name.group()));
    }
}

package dev.cairn.cli;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The arguments and options given to a command that was made from a {@link Verb}. */
final class Given {
    private Given() {}

    static List<String> positionals(CommandSpec spec) {
        return spec.positionalParameters().isEmpty()
                ? List.of()
                : spec.positionalParameters().getFirst().stringValues();
    }

    static ParameterException wrongCount(CommandSpec spec) {
        String expected = spec.positionalParameters().isEmpty()
                ? "no arguments"
                : spec.positionalParameters().getFirst().paramLabel();
        String given = String.join(" ", positionals(spec));
        return new ParameterException(
                spec.commandLine(),
                "%s takes %s".formatted(spec.qualifiedName(), expected)
                        + (given.isEmpty() ? "" : ", not \"%s\"".formatted(given)));
    }

    static @Nullable String text(CommandSpec spec, String option) {
        List<String> texts = texts(spec, option);
        return texts.isEmpty() ? null : texts.getLast();
    }

    static boolean flag(CommandSpec spec, String option) {
        return Boolean.parseBoolean(text(spec, option));
    }

    static Optional<Long> version(CommandSpec spec) {
        return Optional.ofNullable(text(spec, VerbSpecs.IF_VERSION))
                .map(text -> (Long) Inputs.value(VerbSpecs.IF_VERSION, long.class, List.of(text)));
    }

    static Map<String, @Nullable Object> fields(CommandSpec spec, Map<String, Type> types) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        types.forEach((field, type) -> {
            String option = Inputs.option(field, type);
            List<String> texts = texts(spec, option);
            if (!texts.isEmpty()) {
                fields.put(field, Inputs.value(option, type, texts));
            }
        });
        return fields;
    }

    /** A list is cleared by an empty one, all else by null. */
    static Map<String, @Nullable Object> cleared(CommandSpec spec, Map<String, Type> types) {
        Map<String, @Nullable Object> cleared = new LinkedHashMap<>();
        for (String name : texts(spec, VerbSpecs.CLEAR)) {
            Map.Entry<String, Type> field = types.entrySet().stream()
                    .filter(each ->
                            Inputs.option(each.getKey(), each.getValue()).equals("--" + name))
                    .findFirst()
                    .orElseThrow(() ->
                            CommandFailed.usage("--clear takes the name of an option, not \"%s\"".formatted(name)));
            cleared.put(field.getKey(), Inputs.isList(field.getValue()) ? List.of() : null);
        }
        return cleared;
    }

    private static List<String> texts(CommandSpec spec, String name) {
        OptionSpec option = spec.findOption(name);
        return option == null ? List.of() : option.stringValues();
    }
}

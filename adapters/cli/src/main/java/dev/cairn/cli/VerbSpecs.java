package dev.cairn.cli;

import dev.cairn.client.Operation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Builds the commands of the nouns, with their options and help. */
final class VerbSpecs {
    static final String ALL = "--all";
    static final String BODY = "--body";
    static final String CLEAR = "--clear";
    static final String IF_VERSION = "--if-version";
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("project", "DEMO"),
            Map.entry("ticket", "DEMO-1"),
            Map.entry("ticketId", "DEMO-1"),
            Map.entry("claim", "DEMO-1"),
            Map.entry("other", "DEMO-2"),
            Map.entry("queue", "agents"),
            Map.entry("user", "ada"),
            Map.entry("to", "ada"),
            Map.entry("kind", "blocks"),
            Map.entry("title", "'Say hello'"),
            Map.entry("content", "'Think of words'"),
            Map.entry("name", "Demo"),
            Map.entry("note", "'Halfway there'"),
            Map.entry("error", "'The tests fail'"),
            Map.entry("q", "hello"),
            Map.entry("status", "completed"),
            Map.entry("role", "editor"),
            Map.entry("systemRole", "admin"),
            Map.entry("number", "1"),
            Map.entry("seq", "1"),
            Map.entry("defaultModel", "MODEL"),
            Map.entry("value", "dark"));

    /** The examples of fields that mean something else with a verb. */
    private static final Map<String, String> EXAMPLES_OF_VERBS = Map.ofEntries(
            Map.entry("project create key", "DEMO"),
            Map.entry("project status status", "active"),
            Map.entry("artifact status status", "validated"),
            Map.entry("artifact create content", "'# A plan'"),
            Map.entry("user create type", "agent"),
            Map.entry("agent create role", "helper"),
            Map.entry("conversation begin kind", "chat"),
            Map.entry("memory relate other", "OTHER"),
            Map.entry("memory unrelate other", "OTHER"),
            Map.entry("ticket batch items", "'{\"title\":\"Say hello\"}'"),
            Map.entry("task order ids", "TASK"),
            Map.entry("queue order ids", "ITEM"));

    /** What ends the example of a verb that takes one of several options. */
    private static final Map<String, String> ENDINGS =
            Map.of("memory create", "--project DEMO", "memory prune", "--project DEMO");

    private VerbSpecs() {}

    /** Adds the one that is named first, if it is one of these. */
    static boolean addOnly(CommandLine line, CairnCommand cairn, List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        Optional<Noun> named = Stream.concat(Noun.WORDS.stream(), Noun.ALL.stream())
                .filter(each -> each.name().equals(name))
                .findFirst();
        named.ifPresent(noun -> line.addSubcommand(name, spec(cairn, noun, isWhole(arguments))));
        return named.isPresent();
    }

    static void addAll(CommandLine line, CairnCommand cairn, List<String> arguments) {
        Stream.concat(Noun.WORDS.stream(), Noun.ALL.stream())
                .forEach(noun -> line.addSubcommand(noun.name(), spec(cairn, noun, isWhole(arguments))));
    }

    /** Whether a body is given as a whole, so that no option for a part of it is needed. */
    private static boolean isWhole(List<String> arguments) {
        return arguments.stream().anyMatch(each -> each.equals(BODY) || each.startsWith(BODY + "="));
    }

    private static CommandSpec spec(CairnCommand cairn, Noun noun, boolean whole) {
        Verb own = noun.verbs().getFirst();
        CommandSpec spec = own.name().isEmpty() ? spec(cairn, noun, own, whole) : bare(cairn);
        spec.usageMessage().description(noun.about());
        for (Verb verb : noun.verbs()) {
            if (!verb.name().isEmpty()) {
                spec.addSubcommand(verb.name(), new CommandLine(spec(cairn, noun, verb, whole)));
            }
        }
        if (noun.name().equals(Noun.PROMPT)) {
            spec.addSubcommand("import", new CommandLine(new PromptImportCommand(cairn)));
            spec.addSubcommand("export", new CommandLine(new PromptExportCommand(cairn)));
        }
        if (!own.name().isEmpty()) {
            spec.usageMessage().synopsisSubcommandLabel("VERB");
            spec.usageMessage().footer("", "Example: cairn %s %s --help".formatted(noun.name(), own.name()));
        }
        return spec;
    }

    private static CommandSpec bare(CairnCommand cairn) {
        CommandSpec[] own = new CommandSpec[1];
        own[0] = CommandSpec.wrapWithoutInspection(
                (Runnable) () -> cairn.say(own[0].commandLine().getUsageMessage()));
        return own[0];
    }

    private static CommandSpec spec(CairnCommand cairn, Noun noun, Verb verb, boolean whole) {
        VerbCommand command = new VerbCommand(cairn, noun, verb);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        command.uses(spec);
        Operation operation = verb.operation();
        spec.usageMessage().description(operation.summary + ".").sortOptions(false);
        Map<String, Type> fields = new LinkedHashMap<>(Inputs.of(operation.body));
        fields.putAll(Inputs.of(operation.query));
        verb.fields().forEach(fields::remove);
        boolean inProject = fields.containsKey(Verb.PROJECT)
                || verb.inProject().isPresent()
                || (Verb.variables(operation).contains(Verb.PROJECT)
                        && !noun.name().equals(Verb.PROJECT));
        fields.remove(Verb.PROJECT);
        fields.forEach((field, type) -> spec.addOption(OptionSpec.builder(option(field, type))
                .required(!whole && verb.needs().contains(field))
                .build()));
        if (inProject) {
            spec.addOption(
                    text("--project", "KEY", "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml)."));
        }
        if (operation.body != null) {
            spec.addOption(text(BODY, "JSON", "All of it as one JSON object; - reads it from standard input."));
            spec.addOption(OptionSpec.builder(CLEAR)
                    .paramLabel("FIELD")
                    .arity("1")
                    .splitRegex(",")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description("Empty this field, by its option's name.")
                    .build());
        }
        if (operation.conditional) {
            spec.addOption(text(IF_VERSION, "N", "Only if this is still the version."));
        }
        if (operation.paged && Inputs.of(operation.query).containsKey("cursor")) {
            spec.addOption(OptionSpec.builder(ALL)
                    .type(boolean.class)
                    .description("All pages.")
                    .build());
        }
        addArguments(spec, noun, verb);
        return spec;
    }

    private static void addArguments(CommandSpec spec, Noun noun, Verb verb) {
        List<String> labels = arguments(noun, verb).stream()
                .map(name -> isOptional(noun, verb, name) ? "[" + label(name) + "]" : label(name))
                .toList();
        if (!labels.isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel(String.join(" ", labels))
                    .hideParamSyntax(true)
                    .arity("0..*")
                    .index("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(verb.fields().isEmpty() ? "" : "A text that is - is read from standard input.")
                    .build());
        }
        spec.usageMessage().footer("", "Example: " + example(noun, verb));
    }

    /** Returns a command line as it is typed. */
    static String example(Noun noun, Verb verb) {
        List<String> words = new ArrayList<>(List.of("cairn", noun.name()));
        if (!verb.name().isEmpty()) {
            words.add(verb.name());
        }
        Map<String, Type> types = Inputs.of(verb.operation().body);
        arguments(noun, verb).forEach(name -> words.add(example(noun, verb, name, types.get(name))));
        for (String name : verb.needs()) {
            Type type = Objects.requireNonNull(types.get(name));
            words.add(Inputs.option(name, type));
            words.add(example(noun, verb, name, type));
        }
        String ending = ENDINGS.get(noun.name() + " " + verb.name());
        return String.join(" ", words) + (ending == null ? "" : " " + ending);
    }

    /** Returns a word that the field takes. */
    private static String example(Noun noun, Verb verb, String name, @Nullable Type type) {
        String known = EXAMPLES_OF_VERBS.getOrDefault(
                "%s %s %s".formatted(noun.name(), verb.name(), name), EXAMPLES.getOrDefault(name, label(name)));
        List<String> choice = type == null ? List.of() : Inputs.choice(type);
        return choice.isEmpty() || choice.contains(known) ? known : choice.getFirst();
    }

    private static List<String> arguments(Noun noun, Verb verb) {
        List<String> names = new ArrayList<>(Verb.variables(verb.operation()));
        names.remove(noun.name().equals(Verb.PROJECT) ? "" : Verb.PROJECT);
        names.addAll(verb.fields());
        return names;
    }

    private static String label(String name) {
        return name.replaceAll("([A-Z])", "_$1").replaceFirst("_I[Dd]$", "").toUpperCase(Locale.ROOT);
    }

    /** The project goes without saying where there is a default one, and the claim where only one is held. */
    static boolean isOptional(Noun noun, Verb verb, String name) {
        return name.equals(Verb.PROJECT)
                || (name.equals(Verb.CLAIM) && !verb.name().equals("show"));
    }

    private static OptionSpec option(String field, Type type) {
        String name = Inputs.option(field, type);
        if (Inputs.isFlag(type)) {
            return OptionSpec.builder(name)
                    .arity("0..1")
                    .type(String.class)
                    .fallbackValue("true")
                    .paramLabel("true|false")
                    .description(sentence(field))
                    .build();
        }
        if (name.equals(SecretInput.OPTION)) {
            return OptionSpec.builder(name)
                    .arity("0..1")
                    .type(String.class)
                    .fallbackValue(SecretInput.ASKED)
                    .paramLabel("-")
                    .description("The secret: asked for, or with - read from standard input.")
                    .build();
        }
        List<String> choice = Inputs.choice(type);
        String described = sentence(field)
                + (choice.isEmpty() ? "" : " " + choice.stream().collect(Collectors.joining(", ", "One of ", ".")))
                + (Inputs.isList(type) ? " May be repeated." : "");
        OptionSpec.Builder option = OptionSpec.builder(name)
                .arity("1")
                .paramLabel(Inputs.label(type))
                .completionCandidates(choice)
                .description(described);
        return Inputs.isList(type)
                ? option.type(List.class).auxiliaryTypes(String.class).build()
                : option.type(String.class).build();
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** Turns a field's name into a sentence: {@code estimatedMinutes} becomes "Estimated minutes." */
    private static String sentence(String field) {
        String words = field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}

package dev.cairn.cli;

import dev.cairn.client.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word for an operation. What the operation takes are its options; what is in its path, and the fields that are named here,
 * are its arguments.
 *
 * @param fields which stand without the name of an option, in their order
 * @param needs the fields besides, without which the operation is refused
 * @param columns what is shown of the answer; none for all of it
 */
record Verb(String name, Operation operation, List<String> fields, List<String> needs, List<String> columns) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    /** The operations with which people begin; all others are about what is there already. */
    private static final Set<Operation> BEGINNINGS = EnumSet.of(
            Operation.CREATE_PROJECT, Operation.CREATE_USER, Operation.CREATE_PROVIDER, Operation.CREATE_AGENT);

    static final String PROJECT = "project";
    static final String CLAIM = "claim";

    static Verb verb(String name, Operation operation, String... fields) {
        return new Verb(name, operation, List.of(fields), List.of(), List.of());
    }

    Verb needing(String... needed) {
        return new Verb(name, operation, fields, List.of(needed), columns);
    }

    Verb showing(String... shown) {
        return new Verb(name, operation, fields, needs, List.of(shown));
    }

    /** Returns the operation that finds the thing by its name in a project, if there is one. */
    Optional<Operation> inProject() {
        String wanted = operation.name() + "_IN_PROJECT";
        return Arrays.stream(Operation.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst();
    }

    static List<String> variables(Operation operation) {
        List<String> names = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(operation.path);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    /** Whether it makes the data where there is none yet. */
    boolean begins() {
        return BEGINNINGS.contains(operation);
    }

    boolean isRead() {
        return operation.method.equals("GET");
    }
}

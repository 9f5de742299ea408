package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.client.Calls;
import dev.cairn.client.Fields;
import dev.cairn.client.Operation;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Calls the operation of a verb with the given fields, and prints its answer. */
final class VerbCommand implements Callable<Integer> {
    private static final String FENCING_TOKEN = "fencingToken";
    /** Ids begin with their time, and so with a digit; a queue's name may have 13 capitals, too. */
    private static final String AN_ID = "[0-9][0-9A-Z]{12}";

    private static final String TICKET = "ticket";
    private static final String AGENT = "agent";

    private final CairnCommand cairn;
    private final Noun noun;
    private final Verb verb;
    private @Nullable CommandSpec spec;

    VerbCommand(CairnCommand cairn, Noun noun, Verb verb) {
        this.cairn = cairn;
        this.noun = noun;
        this.verb = verb;
    }

    void uses(CommandSpec own) {
        spec = own;
    }

    @Override
    public Integer call() {
        Operation bare = verb.operation();
        Map<String, @Nullable Object> body = body();
        Deque<String> given = new ArrayDeque<>(Given.positionals(spec()));
        Map<String, String> path = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(Verb.variables(bare));
        open.remove(isOfProject() ? "" : Verb.PROJECT);
        boolean optional = !open.isEmpty() && VerbSpecs.isOptional(noun, verb, open.getFirst());
        int wanted = open.size() + verb.fields().size();
        if (given.size() > wanted || given.size() < wanted - (optional ? 1 : 0)) {
            throw Given.wrongCount(spec());
        }
        if (given.size() < wanted) {
            open.removeFirst();
        }
        open.forEach(name -> path.put(name, given.remove()));
        Map<String, Type> types = Inputs.of(bare.body == null ? bare.query : bare.body);
        Map<String, @Nullable Object> query = Given.fields(spec(), Inputs.of(bare.query));
        for (String field : verb.fields()) {
            Type type = Objects.requireNonNull(types.get(field));
            (bare.body == null ? query : body).put(field, Inputs.value(field, type, List.of(given.remove())));
        }
        try (Session session = verb.begins() ? cairn.firstSession() : cairn.session()) {
            return asked(session.calls(), path, query, body);
        }
    }

    private int asked(
            Calls calls,
            Map<String, String> path,
            Map<String, @Nullable Object> query,
            Map<String, @Nullable Object> body) {
        Operation operation = operation(path);
        if (path.containsKey(Verb.CLAIM) || Verb.variables(operation).contains(Verb.CLAIM)) {
            HeldClaims.Held held = new HeldClaims(cairn, calls).find(path.get(Verb.CLAIM), operation.body != null);
            path.put(Verb.CLAIM, held.id());
            if (held.fencingToken() != null) {
                body.putIfAbsent(FENCING_TOKEN, held.fencingToken());
            }
        }
        List<String> variables = new ArrayList<>();
        for (String name : Verb.variables(operation)) {
            variables.add(
                    name.equals(Verb.PROJECT) && !path.containsKey(name)
                            ? project(body)
                            : Objects.requireNonNull(path.get(name)));
        }
        if (Inputs.of(operation.query).containsKey(Verb.PROJECT)) {
            cairn.defaultProject(Given.text(spec(), "--project"))
                    .filter(key -> !key.isEmpty())
                    .ifPresent(key -> query.put(Verb.PROJECT, key));
        }
        if (Inputs.of(operation.body).containsKey(AGENT)) {
            cairn.servers().setting("CAIRN_AGENT").ifPresent(agent -> body.putIfAbsent(AGENT, agent));
        }
        Calls bound = Given.version(spec()).map(calls::ifVersion).orElse(calls);
        return answered(
                bound,
                operation,
                fields(query),
                operation.body == null ? null : body,
                variables.toArray(String[]::new));
    }

    private int answered(
            Calls calls, Operation operation, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        JsonNode answer;
        if (operation.paged && Given.flag(spec(), VerbSpecs.ALL)) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            calls.items(operation, query, body, path).forEach(all.putArray("items")::add);
            answer = all.putNull("nextCursor");
        } else {
            answer = calls.json(operation, query, body, path);
        }
        JsonNode shown = answer.isMissingNode() ? NullNode.instance : answer;
        if (shown.path("claim").isNull()) {
            return nothing(shown);
        }
        cairn.print(shown, () -> show(shown));
        return ExitCode.OK;
    }

    /** Prints why there is nothing to claim, and returns {@code NOT_FOUND} so that a loop in a shell ends. */
    private int nothing(JsonNode answer) {
        cairn.print(answer, () -> {
            String reason = answer.path("reason").asText("");
            cairn.err()
                    .println("Nothing to claim" + (reason.isEmpty() ? "" : ": " + reason.replace('_', ' '))
                            + because(answer));
            cairn.err().flush();
        });
        return ExitCode.NOT_FOUND;
    }

    /** What is needed to act on it (Q25). */
    private static String because(JsonNode answer) {
        StringBuilder because = new StringBuilder();
        if (answer.path("limit").isNumber()) {
            because.append(" of ").append(answer.path("limit").asInt());
        }
        if (!answer.path("holders").isEmpty()) {
            because.append(", held by ").append(each(answer.path("holders"), "agent"));
        }
        if (!answer.path("blockers").isEmpty()) {
            because.append(", waiting for ").append(each(answer.path("blockers"), "ticket"));
        }
        if (answer.path("runAt").isTextual()) {
            because.append(" for ").append(answer.path("runAt").asText());
        }
        return because.toString();
    }

    private static String each(JsonNode things, String field) {
        return things.valueStream()
                .map(thing -> thing.path(field).asText())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void show(JsonNode answer) {
        List<String> columns = verb.columns().isEmpty() ? noun.columns() : verb.columns();
        JsonNode items = answer.path("items");
        if (answer.isNull()) {
            cairn.out().println("Done.");
        } else if (answer.has(FENCING_TOKEN) && answer.has("ticket")) {
            ClaimText.print(cairn.out(), answer);
        } else if (items.isArray()) {
            if (items.isEmpty()) {
                cairn.out().println("There is nothing.");
            } else if (Shown.fits(items.get(0), columns)) {
                Shown.lines(cairn.out(), columns, items);
            } else {
                items.forEach(each -> Shown.thing(cairn.out(), each, ""));
            }
        } else if ((!verb.isRead() || !verb.columns().isEmpty()) && Shown.fits(answer, columns)) {
            Shown.lines(cairn.out(), columns, List.of(answer));
        } else {
            Shown.thing(cairn.out(), answer, "");
        }
        more(answer);
    }

    /** Says that there is more than is shown, and how to get it. */
    private void more(JsonNode answer) {
        String cursor = answer.path("nextCursor").asText("");
        if (!cursor.isEmpty()) {
            cairn.out().println("… and more: " + (verb.operation().paged ? "--all, or " : "") + "--cursor " + cursor);
        }
        if (answer.path("resync").isTextual()) {
            cairn.out()
                    .println("Events before these are missing: "
                            + answer.path("resync").asText().replace('_', ' '));
        }
        if (answer.has("after") && !answer.path("items").isEmpty()) {
            cairn.out()
                    .println(
                            "… what comes next: --after " + answer.path("after").asText());
        }
        if (answer.path("more").asBoolean()) {
            cairn.out().println("… and more than go at once");
        }
        if (answer.path("truncated").asBoolean()) {
            long last = answer.path("lastLine").asLong();
            cairn.err()
                    .printf(
                            "… cut behind line %d of %s: --lines %d-%n",
                            last, Shown.text(answer.path("totalLines")), last + 1);
            cairn.err().flush();
        }
    }

    private Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        String whole = Given.text(spec(), VerbSpecs.BODY);
        if (whole != null) {
            body.putAll(Inputs.object(VerbSpecs.BODY, whole));
        }
        Map<String, Type> types = Inputs.of(verb.operation().body);
        body.putAll(Given.fields(spec(), types));
        body.putAll(Given.cleared(spec(), types));
        return body;
    }

    /** Returns the operation by name in the project, unless an id was given or there is no project. */
    private Operation operation(Map<String, String> path) {
        boolean byId = path.getOrDefault("queue", "").matches(AN_ID);
        boolean anywhere = path.isEmpty()
                && cairn.defaultProject(Given.text(spec(), "--project"))
                        .filter(key -> !key.isEmpty())
                        .isEmpty();
        return byId || anywhere ? verb.operation() : verb.inProject().orElse(verb.operation());
    }

    private boolean isOfProject() {
        return noun.name().equals(Verb.PROJECT);
    }

    /** The project that was named; where none is, that of the ticket that is named by its key. */
    private String project(Map<String, @Nullable Object> body) {
        String named = Given.text(spec(), "--project");
        if (cairn.defaultProject(named).isEmpty()
                && body.get(TICKET) instanceof String key
                && key.matches("\\w+-\\d+")) {
            return cairn.project(key.substring(0, key.indexOf('-')));
        }
        return cairn.project(named);
    }

    private static @Nullable Fields<?> fields(Map<String, @Nullable Object> query) {
        return query.isEmpty() ? null : Fields.of(query);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}

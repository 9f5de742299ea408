package dev.cairn.server.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the Java client from the description: a method for each operation, and the types of what it sends and answers. */
@SuppressWarnings({"unchecked", "NullAway"
}) // a description is a tree of maps and lists, whose parts OpenApiTest has shown to be there
final class JavaClient {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String CLIENT = """
            public final class CairnClient implements AutoCloseable {
                private final Calls calls;

                private CairnClient(Calls calls) { this.calls = calls; }
                /** The server at an address without a path; no token is shown when it is empty. */
                public static CairnClient connect(URI server, String token) { return new CairnClient(new Calls(server, token)); }
                /** The same, changing only what still has this version; else it is refused ({@code stale_version}). */
                public CairnClient ifVersion(long version) { return new CairnClient(calls.ifVersion(version)); }
                /** The same for one change: sent again under the same key, it is done once and answered the same. */
                public CairnClient once(String key) { return new CairnClient(calls.once(key)); }
                /** Tells what happens behind this number of the log, or from now on, until what is answered is closed. */
                public Events events(@Nullable Long after, Events.Listener listener) { return new Events(calls, Fields.of(after == null ? Map.of() : Map.of("after", after)), listener); }
                /** Any operation, by what the description says of it, and its answer as it came. */
                public Calls calls() { return calls; }
                @Override public void close() { calls.close(); }
            """;

    private final Map<String, Object> document;
    private final JavaTypes types;
    private final List<String> operations = new ArrayList<>();
    private final StringBuilder methods = new StringBuilder();

    private JavaClient(Map<String, Object> document) {
        this.document = document;
        this.types =
                new JavaTypes((Map<String, Object>) ((Map<String, Object>) document.get("components")).get("schemas"));
    }

    /** Each file of the client, by its name. */
    static Map<String, String> of(Map<String, Object> document) {
        return new JavaClient(document).files();
    }

    private Map<String, String> files() {
        ((Map<String, Map<String, Map<String, Object>>>) document.get("paths"))
                .forEach((path, methods) -> methods.forEach((method, operation) -> operation(path, method, operation)));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "CairnClient",
                head(
                                "A client of Cairn's HTTP API: a method for each operation.",
                                "dev.cairn.client.Answers.*",
                                "dev.cairn.client.Bodies.*",
                                "com.fasterxml.jackson.databind.JsonNode",
                                "java.io.InputStream",
                                "java.net.URI",
                                "java.util.Map",
                                "java.util.stream.Stream",
                                "org.jspecify.annotations.Nullable")
                        + CLIENT + methods + "}\n");
        files.put("Operation", head("What the API can do.", "org.jspecify.annotations.Nullable") + enumeration());
        files.put(
                "Answers",
                head(
                                "What is answered.",
                                "com.fasterxml.jackson.annotation.JsonEnumDefaultValue",
                                "com.fasterxml.jackson.annotation.JsonSubTypes",
                                "com.fasterxml.jackson.annotation.JsonTypeInfo",
                                "com.fasterxml.jackson.databind.JsonNode",
                                "java.time.Instant",
                                "java.util.List",
                                "java.util.Map",
                                "org.jspecify.annotations.Nullable")
                        + "public interface Answers {\n" + String.join("", types.answers()) + "}\n");
        files.put(
                "Bodies",
                head(
                                "What is sent: a field that is not set stays as it is, null clears it.",
                                "dev.cairn.client.Answers.*",
                                "java.time.Instant",
                                "java.util.List",
                                "java.util.Map",
                                "org.jspecify.annotations.Nullable")
                        + "public interface Bodies {\n" + String.join("", types.bodies()) + "}\n");
        return files;
    }

    private static String head(String purpose, String... imports) {
        return """
                    package dev.cairn.client;
                    %s
                    /** %s Written from docs/api/openapi.yml: bin/test JavaClientTest -Dcairn.client=write */
                    """.formatted(
                        Stream.of(imports).map("%nimport %s;"::formatted).collect(Collectors.joining()) + "\n", purpose)
                .replace("\n\n\n", "\n\n");
    }

    private void operation(String path, String method, Map<String, Object> operation) {
        String id = (String) operation.get("operationId");
        String constant = id.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        List<String> parameters = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            variables.add(variable.group(1));
            parameters.add("String " + variable.group(1));
        }
        String query = query(id, operation);
        String body = body(id, operation);
        String sent = body.isEmpty() ? "null" : "body";
        if (!body.isEmpty()) {
            parameters.add(body + " body");
        }
        if (!query.isEmpty()) {
            parameters.add(query + " query");
        }
        List<String> arguments = new ArrayList<>(List.of("Operation." + constant));
        String answer = answer(operation);
        String call = switch (answer) {
            case "void" -> "json";
            case "InputStream" -> "open";
            case "EventStream" -> "stream";
            default -> answer.startsWith("Page<") ? "all" : answer.startsWith("Map<") ? "map" : "one";
        };
        String item = call.equals("all")
                ? types.item(answer)
                : answer.startsWith("Map<") ? answer.substring(12, answer.length() - 1) : answer;
        if (!List.of("json", "open", "stream").contains(call)) {
            arguments.add(item + ".class");
        }
        arguments.add(query.isEmpty() ? "null" : "query");
        arguments.add(call.equals("stream") ? "lastEventId" : sent);
        if (call.equals("stream")) {
            parameters.add("@Nullable String lastEventId");
        }
        arguments.addAll(variables);
        methods.append("    /** %s.%s */%n    public %s %s(%s) {%s calls.%s(%s); }%n"
                .formatted(
                        operation.get("summary"),
                        access(operation),
                        call.equals("all") ? "Stream<" + item + ">" : answer,
                        id,
                        String.join(", ", parameters),
                        answer.equals("void") ? "" : " return",
                        call,
                        String.join(", ", arguments)));
        operations.add("    %s(\"%s\", \"%s\", \"%s\", %s, %s, %s, %s, %s)"
                .formatted(
                        constant,
                        method.toUpperCase(Locale.ROOT),
                        path,
                        operation.get("summary"),
                        operation.get("x-idempotent"),
                        has(operation, "If-Match"),
                        call.equals("all"),
                        query.isEmpty() ? "null" : "Bodies." + query + ".class",
                        body.isEmpty() || body.equals("FileBody") ? "null" : "Bodies." + body + ".class"));
    }

    private static String access(Map<String, Object> operation) {
        Map<String, Object> access = (Map<String, Object>) operation.getOrDefault("x-access", Map.of());
        return Stream.of("role", "scope")
                .filter(access::containsKey)
                .map(each -> " %s %s.".formatted(each.equals("role") ? "Role" : "Scope", access.get(each)))
                .collect(Collectors.joining());
    }

    private static boolean has(Map<String, Object> operation, String parameter) {
        return parameters(operation).anyMatch(each -> each.get("name").equals(parameter));
    }

    private static Stream<Map<String, Object>> parameters(Map<String, Object> operation) {
        return ((List<Map<String, Object>>) operation.getOrDefault("parameters", List.of())).stream();
    }

    /** The same parameters make the same type. */
    private String query(String id, Map<String, Object> operation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters(operation)
                .filter(each -> each.get("in").equals("query"))
                .forEach(each -> properties.put((String) each.get("name"), each.get("schema")));
        if (properties.isEmpty()) {
            return "";
        }
        String own = properties.size() > 3
                ? capital(id.replaceFirst("InProject$", ""))
                : properties.keySet().stream().map(JavaClient::capital).collect(Collectors.joining());
        return types.body(own + "Query", Map.of("properties", properties));
    }

    private String body(String id, Map<String, Object> operation) {
        if (!(operation.get("requestBody") instanceof Map<?, ?> body)) {
            return "";
        }
        Map<String, Object> content = (Map<String, Object>) body.get("content");
        Map<String, Object> schema = (Map<String, Object>)
                ((Map<String, Object>) content.get("application/json")).getOrDefault("schema", Map.of());
        boolean bytes = schema.isEmpty();
        return bytes ? "FileBody" : types.sent(schema, capital(id.replaceFirst("InProject$", "")) + "Body");
    }

    private String answer(Map<String, Object> operation) {
        Map<String, Map<String, Object>> responses = (Map<String, Map<String, Object>>) operation.get("responses");
        Map<String, Object> success = responses.getOrDefault("200", responses.getOrDefault("201", Map.of()));
        if (!(success.get("content") instanceof Map<?, ?> content)) {
            return "void";
        }
        if (content.containsKey("text/event-stream")) {
            return "EventStream";
        }
        Map<String, Object> json = (Map<String, Object>) content.get("application/json");
        return json == null ? "InputStream" : types.answered((Map<String, Object>) json.get("schema"));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String enumeration() {
        return """
                public enum Operation {
                %s;

                    public final String method;
                    /** With its variables in braces. */
                    public final String path;
                    public final String summary;
                    /** Whether it takes an Idempotency-Key, so that it can be sent again. */
                    public final boolean idempotent;
                    /** Whether it can be bound to a version. */
                    public final boolean conditional;
                    /** Whether it is answered in pages. */
                    public final boolean paged;
                    public final @Nullable Class<? extends Fields<?>> query;
                    public final @Nullable Class<? extends Fields<?>> body;

                    Operation(String method, String path, String summary, boolean idempotent, boolean conditional, boolean paged,
                            @Nullable Class<? extends Fields<?>> query, @Nullable Class<? extends Fields<?>> body) {
                        this.method = method; this.path = path; this.summary = summary; this.idempotent = idempotent;
                        this.conditional = conditional; this.paged = paged; this.query = query; this.body = body;
                    }
                }
                """.formatted(String.join(",\n", operations));
    }
}

package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that no honest client sends; all of them must be refused, and change nothing. */
final class HostileInputs {
    static final String ID = "0000000000001";
    private static final List<String> NOT_TEXT = List.of("7", "7.5", "true", "[\"x\"]", "[]", "{}", "{\"a\":1}");
    private static final List<String> NOT_A_WHOLE_NUMBER = List.of(
            "\"7\"", "7.0", "7.5", "7e0", "true", "[]", "[7]", "{}", "\"\"", "1e400", "99999999999999999999999999");
    private static final List<String> BAD_TEXT =
            List.of("\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"x\\ud83d\"", "\"   \"", "\"\"");
    private static final List<String> BROKEN = List.of(
            "{",
            "}",
            "[",
            "nul",
            "'a'",
            "{'title':'x'}",
            "{\"title\":\"x\",}",
            "{\"title\" \"x\"}",
            "{title:\"x\"}",
            "{\"title\":\"x\"}{}",
            "{\"title\":\"x\"} x",
            "{\"title\":\"x\"}]",
            "{\"title\":NaN}",
            "{\"title\":\"x\",\"estimatedMinutes\":+1}",
            "{\"title\":\"x\",\"estimatedMinutes\":01}",
            "{\"title\":\"a\nb\"}",
            "{\"title\":\"\\x\"}",
            "{\"title\":\"\\u12\"}",
            "/* c */ {\"title\":\"x\"}",
            "{\"title\":\"x\" // c\n}",
            "\uFEFF{\"title\":\"x\"}",
            "null",
            "true",
            "7",
            "\"x\"",
            "[]",
            "[{\"title\":\"x\"}]",
            "",
            " ");

    private HostileInputs() {}

    /** One request; each character of the body is one byte on the wire. */
    record Hostile(String method, String path, @Nullable String body, List<String> headers) {
        static Hostile json(String method, String path, String body) {
            return new Hostile(method, path, new String(body.getBytes(UTF_8), ISO_8859_1), List.of());
        }

        static Hostile read(String path) {
            return new Hostile("GET", path, null, List.of());
        }

        byte @Nullable [] bytes() {
            return body == null ? null : body.getBytes(ISO_8859_1);
        }

        @Override
        public String toString() {
            String text = body == null ? "" : body;
            return "%s %s %s".formatted(method, path, text.length() > 100 ? text.substring(0, 100) + "…" : text);
        }
    }

    static Stream<Hostile> all() {
        return Stream.of(
                        bodies(),
                        fields(),
                        nested(),
                        queues(),
                        members(),
                        HostileLife.collected(),
                        HostileLife.artifacts(),
                        parameters(),
                        paths(),
                        headers(),
                        bytes())
                .flatMap(List::stream);
    }

    private static Hostile ticket(String body) {
        return Hostile.json("POST", "/projects/HOS/tickets", body);
    }

    private static Hostile field(String name, String value) {
        return ticket(
                name.equals("title")
                        ? "{\"title\":" + value + "}"
                        : "{\"title\":\"x\",\"%s\":%s}".formatted(name, value));
    }

    private static List<Hostile> bodies() {
        List<Hostile> inputs = new ArrayList<>();
        BROKEN.forEach(body -> inputs.add(ticket(body)));
        BROKEN.forEach(body -> inputs.add(Hostile.json("PATCH", "/tickets/HOS-1", body.replace("\"x\"", "\"y\""))));
        return inputs;
    }

    private static List<Hostile> fields() {
        List<Hostile> inputs = new ArrayList<>();
        for (String name : List.of("title", "overview", "type", "priority", "assigneeId", "parentId", "dueAt")) {
            NOT_TEXT.forEach(value -> inputs.add(field(name, value)));
        }
        NOT_A_WHOLE_NUMBER.forEach(value -> inputs.add(field("estimatedMinutes", value)));
        NOT_A_WHOLE_NUMBER.forEach(value -> inputs.add(field("position", value)));
        BAD_TEXT.forEach(value -> inputs.add(field("title", value)));
        for (String value : List.of(
                "2026-01-01",
                "2026-01-01T00:00Z",
                "+12026-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "now",
                "",
                "1969-12-31T23:59:59Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00+99:00",
                "20260101T000000Z")) {
            inputs.add(field("dueAt", "\"" + value + "\""));
        }
        for (String value : List.of(
                "\"x\"", "7", "{}", "[7]", "[null]", "[[]]", "[\"\"]", "[\"\\u0000\"]", "null", "[\"\\ud800\"]")) {
            inputs.add(field("labels", value));
            inputs.add(field("acceptanceCriteria", value));
            inputs.add(field("suggestedFileIds", value));
        }
        for (String value : List.of(
                "7",
                "\"x\"",
                "[]",
                "true",
                "null",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":" + "9".repeat(5_000) + "}",
                "{\"a\":\"" + "x".repeat(200_001) + "\"}")) {
            inputs.add(field("metadata", value));
        }
        for (String name : List.of(
                "id",
                "number",
                "version",
                "createdAt",
                "ownerId",
                "deletionId",
                "key",
                "projectId",
                "status",
                "Title",
                "title ",
                "__proto__",
                "class",
                "content",
                "lifecycle",
                "' OR 1=1 --",
                "")) {
            inputs.add(field(name.equals("title") ? "x" : name, "\"1\""));
        }
        inputs.add(ticket("{\"title\":\"x\",\"title\":\"y\"}"));
        inputs.add(field("title", "\"" + "é".repeat(201) + "\""));
        inputs.add(field("title", "\"" + "😀".repeat(201) + "\""));
        inputs.add(field("overview", "\"" + "x".repeat(50_001) + "\""));
        return inputs;
    }

    private static List<Hostile> nested() {
        List<Hostile> inputs = new ArrayList<>();
        for (int depth : new int[] {65, 1_000, 100_000}) {
            inputs.add(ticket("[".repeat(depth)));
            inputs.add(field("metadata", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
        }
        for (String tasks : List.of(
                "{}",
                "7",
                "null",
                "[null]",
                "[7]",
                "[{}]",
                "[{\"content\":null}]",
                "[{\"content\":7}]",
                "[{\"content\":\"c\",\"status\":\"lost\"}]",
                "[{\"content\":\"c\",\"x\":1}]",
                "[{\"content\":\"c\",\"dependsOn\":[null]}]",
                "[{\"content\":\"c\",\"content\":\"d\"}]",
                "[{\"content\":\"c\",\"dependsOn\":[\"" + ID + "\"]}]")) {
            inputs.add(field("tasks", tasks));
        }
        inputs.add(field("tasks", "[" + "{\"content\":\"c\"},".repeat(1_000) + "{\"content\":\"c\"}]"));
        String batch = "/projects/HOS/tickets/batch";
        for (String body : List.of(
                "{\"items\":null}",
                "{\"items\":{}}",
                "{\"items\":[null]}",
                "{\"items\":[7]}",
                "{}",
                "{\"items\":[{\"title\":\"x\"},{\"title\":\"\"}]}",
                "{\"items\":[{\"title\":\"x\"}],\"x\":1}",
                "{\"items\":[" + "{\"title\":\"x\"},".repeat(1_000) + "{\"title\":\"x\"}]}")) {
            inputs.add(Hostile.json("POST", batch, body));
        }
        for (String body : List.of(
                "{\"ids\":null}", "{\"ids\":[null]}", "{\"ids\":[7]}", "{\"ids\":[\"x\"]}", "{\"ids\":\"x\"}", "{}")) {
            inputs.add(Hostile.json("PUT", "/tickets/HOS-1/tasks/order", body));
        }
        for (String body : List.of(
                "{}",
                "{\"status\":null}",
                "{\"status\":7}",
                "{\"status\":\"closed\",\"x\":1}",
                "{\"status\":\"closed\",\"finishTasks\":\"true\"}",
                "{\"status\":\"closed\",\"finishTasks\":1}",
                "{\"status\":\"closed\",\"finishTasks\":null}",
                "{\"status\":\"CLOSED\"}")) {
            inputs.add(Hostile.json("POST", "/tickets/HOS-1/status", body));
        }
        for (String body : List.of(
                "{}",
                "{\"content\":null}",
                "{\"content\":\"x\",\"authorName\":\"me\"}",
                "{\"content\":[\"x\"]}",
                "{\"content\":\"" + "x".repeat(10_001) + "\"}")) {
            inputs.add(Hostile.json("POST", "/tickets/HOS-1/comments", body));
        }
        return inputs;
    }

    private static List<Hostile> queues() {
        List<Hostile> inputs = new ArrayList<>();
        for (String body : List.of(
                "{}",
                "{\"name\":\"q\",\"maxParallel\":0}",
                "{\"name\":\"q\",\"maxParallel\":\"1\"}",
                "{\"name\":\"q\",\"leaseSeconds\":4}",
                "{\"name\":\"q\",\"leaseSeconds\":86401}",
                "{\"name\":\"q\",\"maxParallel\":1.0}",
                "{\"name\":\"q\",\"active\":false}",
                "{\"name\":\"q\",\"maxStalls\":2147483648}")) {
            inputs.add(Hostile.json("POST", "/projects/HOS/queues", body));
        }
        for (String body : List.of(
                "{}",
                "{\"ticketId\":null}",
                "{\"ticketId\":7}",
                "{\"ticketId\":\"x\"}",
                "{\"items\":[]}",
                "{\"items\":[null]}",
                "{\"items\":[{}]}",
                "{\"items\":[7]}",
                "{\"ticketId\":\"HOS-1\",\"taskId\":\"" + ID + "\"}",
                "{\"ticketId\":\"HOS-1\",\"includeTasks\":\"yes\"}",
                "{\"ticketId\":\"HOS-1\",\"priority\":1}",
                "{\"ticketId\":\"HOS-1\",\"runAt\":0}",
                "{\"ticketId\":\"HOS-1\",\"x\":0}",
                "{\"ticketId\":\"HOS-1\",\"includeTasks\":null}",
                "{\"items\":[{\"ticketId\":\"HOS-1\"}],\"ticketId\":\"HOS-1\"}")) {
            inputs.add(Hostile.json("POST", "/queues/QUEUE/items", body));
        }
        for (String body : List.of(
                "{\"agent\":7}",
                "{\"leaseSeconds\":1}",
                "{\"leaseSeconds\":\"900\"}",
                "{\"x\":1}",
                "[]",
                "{\"agent\":\"\\u0000\"}",
                "{\"agent\":\"" + "x".repeat(101) + "\"}")) {
            inputs.add(Hostile.json("POST", "/queues/QUEUE/claims", body));
        }
        for (String body : List.of(
                "{}",
                "{\"fencingToken\":null}",
                "{\"fencingToken\":\"1\"}",
                "{\"fencingToken\":1.0}",
                "{\"fencingToken\":1,\"progress\":{\"percent\":101}}",
                "{\"fencingToken\":1,\"progress\":7}",
                "{\"fencingToken\":1,\"progress\":{}}",
                "{\"fencingToken\":1,\"x\":1}",
                "{\"fencingToken\":99999999999999999999}")) {
            inputs.add(Hostile.json("POST", "/claims/" + ID + "/heartbeat", body));
        }
        return inputs;
    }

    private static List<Hostile> members() {
        List<Hostile> inputs = new ArrayList<>();
        for (String body : List.of(
                "{}",
                "{\"role\":null}",
                "{\"role\":1}",
                "{\"role\":\"OWNER\"}",
                "{\"role\":\"owner\"}",
                "{\"role\":[\"editor\"]}",
                "{\"role\":\"editor\",\"joinedAt\":\"2026-01-01T00:00:00Z\"}",
                "{\"role\":\"editor\",\"role\":\"viewer\"}")) {
            inputs.add(Hostile.json("PUT", "/projects/HOS/members/" + ID, body));
        }
        for (String body : List.of(
                "{}",
                "{\"to\":null}",
                "{\"to\":7}",
                "{\"to\":\"HOS\"}",
                "{\"to\":{}}",
                "{\"to\":\"" + ID + "\",\"x\":1}",
                "{\"to\":\"" + ID + "\"}")) {
            inputs.add(Hostile.json("POST", "/projects/HOS/transfer", body));
        }
        return inputs;
    }

    private static List<Hostile> parameters() {
        List<Hostile> inputs = new ArrayList<>();
        for (String query : List.of(
                "limit=-1",
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=1e1",
                "limit=99999999999999",
                "limit=",
                "limit=%31%00",
                "limit=1&limit=2",
                "x=1",
                "Limit=1",
                "sort=",
                "sort=title;drop",
                "sort=-",
                "sort=number,number",
                "sort=--number",
                "status=",
                "status=open,",
                "status=OPEN",
                "status=%00",
                "cursor=",
                "cursor=%F0%9F%98%80",
                "cursor=AAAA",
                "cursor=" + "A".repeat(9_000),
                "archived=maybe",
                "include=",
                "include=tasks(",
                "include=tasks)",
                "include=tasks,tasks",
                "include=tasks(status=x)",
                "include=tasks(x=1)",
                "include=tasks(limit=-1)",
                "include=total(x=1)",
                "include=,",
                "assignee=x",
                "parent=x",
                "priority=1",
                "type=%ZZ",
                "q=%",
                "q=%C3",
                "q=%C3%28",
                "q=%ED%A0%80",
                "label=%00")) {
            inputs.add(Hostile.read("/projects/HOS/tickets?" + query));
        }
        for (String query : List.of(
                "q=" + "a".repeat(257),
                "q=%00",
                "kind=x&q=a",
                "q=a&q=b",
                "project=x&q=a",
                "limit=0&q=a",
                "q=" + "a+".repeat(17))) {
            inputs.add(Hostile.read("/search?" + query));
        }
        for (String query : List.of("types=x", "types=a.b'--", "actor=x", "subject=7", "project=no%20key", "sort=at")) {
            inputs.add(Hostile.read("/activity?" + query));
        }
        return inputs;
    }

    private static List<Hostile> paths() {
        List<String> names = List.of(
                "x",
                "%00",
                "..",
                "%2e%2e",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "HOS-0",
                "HOS-01",
                "HOS--1",
                "HOS-1x",
                "HOS-99999999999",
                "0000000000000000",
                "UUUUUUUUUUUUU",
                "ZZZZZZZZZZZZZ",
                "%F0%9F%98%80",
                "'%20OR%201=1--",
                "%25",
                "%C3%28",
                "HOS-1%00",
                "HOS-%D9%A1",
                "a".repeat(5_000));
        return names.stream()
                .flatMap(name -> Stream.of(
                        Hostile.read("/tickets/" + name),
                        Hostile.json("PATCH", "/tickets/" + name, "{\"title\":\"owned\"}"),
                        Hostile.read("/projects/" + name)))
                .toList();
    }

    private static List<Hostile> headers() {
        String ticket = "{\"title\":\"x\"}";
        List<Hostile> inputs = new ArrayList<>();
        for (String type : List.of(
                "text/plain",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/yaml",
                "application/json; charset=utf-16",
                "application/json; charset=x",
                "nonsense",
                "*/*")) {
            inputs.add(new Hostile("POST", "/projects/HOS/tickets", ticket, List.of("Content-Type", type)));
        }
        for (String match :
                List.of("1", "\"1", "\"x\"", "W/\"0\"", "\"-1\"", "\"99999999999999999999\"", "\"0\", \"1\"", "")) {
            inputs.add(new Hostile("PATCH", "/tickets/HOS-1", ticket, List.of("If-Match", match)));
        }
        for (String key : List.of("", " ", "x".repeat(201), "a\tb")) {
            inputs.add(new Hostile("POST", "/projects/HOS/tickets", ticket, List.of("Idempotency-Key", key)));
        }
        for (String origin : List.of("null", "http://evil.example", "https://localhost.evil.example", "file://")) {
            inputs.add(new Hostile("POST", "/projects/HOS/tickets", ticket, List.of("Origin", origin)));
        }
        inputs.add(new Hostile("DELETE", "/tickets/HOS-1", ticket, List.of()));
        inputs.add(new Hostile("GET", "/tickets/HOS-1", ticket, List.of()));
        inputs.add(new Hostile("PUT", "/tickets/HOS-1/links/blocks/HOS-2", ticket, List.of()));
        inputs.add(new Hostile("POST", "/tickets/HOS-1/archive", ticket, List.of()));
        return inputs;
    }

    private static List<Hostile> bytes() {
        List<String> wrong = List.of(
                "\u00ff",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00e2\u0082",
                "\u0000",
                "\u001f");
        List<Hostile> inputs = new ArrayList<>();
        wrong.forEach(bytes ->
                inputs.add(new Hostile("POST", "/projects/HOS/tickets", "{\"title\":\"x" + bytes + "\"}", List.of())));
        inputs.add(new Hostile(
                "POST",
                "/projects/HOS/tickets",
                new String("{\"title\":\"x\"}".getBytes(UTF_16), ISO_8859_1),
                List.of()));
        inputs.add(new Hostile("POST", "/projects/HOS/tickets", "\0".repeat(1_000), List.of()));
        for (String format : List.of("", "word", "taskmaster,beads", "%00")) {
            inputs.add(Hostile.json("POST", "/imports?project=HOS&format=" + format, "{}"));
        }
        IntStream.range(0, 4)
                .forEach(i -> inputs.add(Hostile.json("POST", "/imports" + "?project=HOS".repeat(i % 2), "{}")));
        return inputs;
    }
}

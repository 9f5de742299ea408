package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cairn.server.fuzz.Described.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes requests of the operations that are described. */
final class HttpShots {
    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "FOO", "get");
    /** Large enough to be refused for it, which costs more than all else. */
    private static final int TOO_LARGE_BYTES = 10 * 1024 * 1024 + 1;

    private final Described described;
    private final Known known;
    private final Chance chance;
    private final Values values;
    private final TrackerFiles files;
    private final Set<String> taken = new HashSet<>();

    HttpShots(Described described, Known known, Chance chance) {
        this.described = described;
        this.known = known;
        this.chance = chance;
        this.values = new Values(described, known, chance);
        this.files = new TrackerFiles(known, chance, values);
    }

    /** So that honest clients try what has not succeeded yet. */
    void taken(Shot shot) {
        taken.add(shot.name());
        described.operation(shot.name()).ifPresent(operation -> known.path(operation.path(), shot.path()));
    }

    Shot next() {
        Operation operation = operation();
        String path = chance.percent(chance.honest() ? 25 : 10)
                ? known.path(operation.path(), chance).orElseGet(() -> path(operation))
                : path(operation);
        List<String> headers = new ArrayList<>(List.of(who()));
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.said().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && chance.percent(25)) {
                query.add(name + "=" + encoded(argument(parameter, name)));
            } else if (parameter.path("in").asText().equals("header") && chance.percent(30)) {
                headers.add(name + ": " + header(name, path));
            }
        }
        byte[] body = body(operation, headers);
        Shot shot = new Shot(operation.name(), operation.kind(), operation.method(), path, query, headers, body);
        boolean twist = chance.honest() ? chance.hostile() && chance.percent(30) : chance.percent(25);
        return twist ? twisted(shot) : shot;
    }

    /** Now and then somebody asks who has logged in, in a browser or not, or a program that was given a token. */
    private String who() {
        if (chance.percent(3) && !known.cookie().isEmpty()) {
            return "Cookie: " + known.cookie();
        }
        boolean other = chance.percent(10);
        return "Authorization: Bearer "
                + (other ? known.value("token", chance).map(JsonNode::asText).orElse("$TOKEN") : "$TOKEN");
    }

    /** The same with a parameter of that name, which was asked for; null when it knows none. */
    @Nullable
    Shot with(Shot shot, String name) {
        JsonNode parameter = described
                .operation(shot.name())
                .map(operation -> parameter(operation, name))
                .orElse(MissingNode.getInstance());
        if (!parameter.path("in").asText().equals("query")) {
            return null;
        }
        List<String> query = new ArrayList<>(shot.query());
        query.add(name + "=" + encoded(argument(parameter, name)));
        return shot.with(query, shot.headers(), shot.body());
    }

    /** An honest client asks for what there is. */
    private Operation operation() {
        List<Operation> untaken = described.operations().stream()
                .filter(each -> !taken.contains(each.name()))
                .toList();
        boolean hard = chance.honest() && !untaken.isEmpty() && chance.percent(40);
        List<Operation> choices = hard ? untaken : described.operations();
        Operation operation = chance.of(choices);
        for (int tries = 0; chance.honest() && tries < 5; tries++) {
            boolean makes = operation.said().path("responses").has("201") || chance.percent(60);
            Matcher variables = Described.VARIABLE.matcher(operation.path());
            boolean there = isThere(operation, variables);
            boolean ends =
                    operation.method().equals("DELETE") || operation.path().endsWith("/archive");
            if (makes && there && !(ends && chance.percent(70))) {
                return operation;
            }
            operation = chance.of(choices);
        }
        return operation;
    }

    private boolean isThere(Operation operation, Matcher variables) {
        return variables
                .results()
                .allMatch(variable -> known.has(described.kind(operation.path(), variable.group(1)))
                        || isChosen(operation, variable.group(1)));
    }

    private boolean isChosen(Operation operation, String name) {
        JsonNode schema = described.resolved(parameter(operation, name).path("schema"));
        return schema.has("enum")
                || schema.has("anyOf")
                || schema.path("type").asText().equals("integer");
    }

    private static JsonNode parameter(Operation operation, String name) {
        for (JsonNode parameter : operation.said().path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return MissingNode.getInstance();
    }

    private String path(Operation operation) {
        return Described.VARIABLE
                .matcher(operation.path())
                .replaceAll(variable -> Matcher.quoteReplacement(variable(operation, variable.group(1))));
    }

    private String variable(Operation operation, String name) {
        if (isChosen(operation, name)) {
            return encoded(argument(parameter(operation, name), name));
        }
        if (!chance.hostile()) {
            return encoded(known.id(described.kind(operation.path(), name), chance)
                    .or(() -> known.value(name, chance).map(JsonNode::asText))
                    .or(() -> known.anyId(chance))
                    .orElse("0000000000001"));
        }
        return switch (chance.below(5)) {
            case 0 -> encoded(chance.of(Hostile.TEXTS));
            case 1 ->
                chance.of(List.of(
                        "%zz", "%00", "%C0%80", "%FF", "%", "%2F", "%2e%2e", "..", ".", ";a=b", "a;b=c", "\u00E9"));
            case 2 -> encoded(known.anyId(chance).orElse("0000000000001"));
            case 3 -> encoded(chance.of(Hostile.LETTERS).repeat(chance.of(List.of(1, 13, 14, 300, 3_000))));
            default -> encoded(chance.of(Hostile.IDS));
        };
    }

    private String argument(JsonNode parameter, String name) {
        JsonNode schema = described.resolved(parameter.path("schema"));
        if (schema.path("type").asText().equals("array")) {
            List<String> several = new ArrayList<>();
            for (int i = chance.below(3); i >= 0; i--) {
                several.add(scalar(described.resolved(schema.path("items")), name));
            }
            return String.join(",", several);
        }
        return scalar(schema, name);
    }

    private String scalar(JsonNode schema, String name) {
        if (!schema.path("type").asText("string").equals("string") || schema.has("enum") || schema.has("anyOf")) {
            String text = values.of(schema);
            return name.startsWith("wait") && text.matches("[1-9]|1\\d|2[0-5]") ? "0" : text.replaceAll("^\"|\"$", "");
        }
        return values.text(schema, name);
    }

    /** For a target: whatever is not plain is escaped, byte by byte. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : Shot.utf8(text)) {
            char c = (char) (each & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~,()*".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    private String header(String name, String path) {
        if (chance.hostile()) {
            return chance.of(HostileHttp.HEADER_VALUES);
        }
        return switch (name) {
            case "If-Match", "If-None-Match" -> known.tag(path).orElse("\"1\"");
            case "Idempotency-Key" -> "k" + chance.below(chance.honest() ? 1_000_000 : 20);
            default -> String.valueOf(chance.below(2_000));
        };
    }

    private byte @Nullable [] body(Operation operation, List<String> headers) {
        List<String> types = new ArrayList<>();
        operation.bodies().fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            if (!chance.hostile()) {
                return null;
            }
            headers.add("Content-Type: application/json");
            return Shot.utf8(Hostile.value(chance));
        }
        String type = chance.of(types);
        headers.add("Content-Type: " + type);
        JsonNode schema = operation.bodies().path(type).path("schema");
        if (operation.path().endsWith("/prompts/import")) {
            return prompts();
        }
        String text = type.contains("jsonl") || type.contains("ndjson") || schema.isEmpty()
                ? files.next()
                : values.of(schema);
        return Shot.utf8(text);
    }

    /** A file of prompts, or an archive of one; what is wrong with it is for {@link #twisted}. */
    private byte[] prompts() {
        String title = chance.hostile() ? chance.of(Hostile.TEXTS) : "Prompt " + chance.below(20);
        String text = "---\ncairn: prompts/1\ntitle: " + values.quoted(title) + "\nx: " + Hostile.value(chance)
                + "\n---\n" + chance.of(Hostile.TEXTS) + "\n";
        byte[] file = Shot.utf8(text.repeat(1 + chance.below(3)));
        if (chance.percent(60)) {
            return file;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(chance.of(List.of("a.md", "a/b.md", "../a.md", "a.txt"))));
            zip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same, wrong as a whole. */
    private Shot twisted(Shot shot) {
        List<String> query = new ArrayList<>(shot.query());
        List<String> headers = new ArrayList<>(shot.headers());
        byte[] body = shot.body();
        switch (chance.below(11)) {
            case 9 -> headers.add("Transfer-Encoding: chunked");
            case 10 -> {
                headers.add("Content-Encoding: " + chance.of(List.of("gzip", "deflate", "x-gzip")));
                body = body == null ? null : packed(body);
            }
            case 0, 1 -> query.add(chance.below(query.size() + 1), chance.of(HostileHttp.QUERIES));
            case 2, 3 -> headers.add(chance.of(HostileHttp.HEADERS));
            case 4 -> headers.add("Accept: " + chance.of(HostileHttp.ACCEPTED));
            case 5 -> {
                headers.removeIf(line -> line.startsWith("Content-Type"));
                headers.add("Content-Type: " + chance.of(HostileHttp.CONTENT_TYPES));
            }
            case 6 -> {
                String other = chance.of(METHODS);
                return new Shot("another method", shot.kind(), other, shot.path(), query, headers, body);
            }
            case 7 -> {
                String path = path(chance.percent(50) ? shot.path() : "/api/v1/nope");
                return new Shot("another path", shot.kind(), shot.method(), path, query, headers, body);
            }
            default -> body = broken(body == null ? new byte[] {'{', '}'} : body);
        }
        return shot.with(query, headers, body);
    }

    private byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = chance.percent(50) ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = packed.toByteArray();
        return chance.percent(70) ? bytes : Arrays.copyOf(bytes, chance.below(bytes.length));
    }

    private String path(String path) {
        return switch (chance.below(10)) {
            case 8 -> "http://localhost" + path;
            case 9 ->
                chance.of(List.of(
                        "*",
                        "/",
                        "/api",
                        "/api/v1/",
                        "/docs",
                        "/openapi.yml",
                        "//",
                        "/%",
                        "/.",
                        "/api/v1/..",
                        "http://",
                        "localhost:80"));
            case 0 -> path + "/";
            case 1 -> path + "/../..";
            case 2 -> path.replaceFirst("/", "//");
            case 3 -> path.toUpperCase(java.util.Locale.ROOT);
            case 4 -> path + "%00";
            case 5 -> path + "/" + encoded(chance.of(Hostile.TEXTS));
            case 6 -> path.substring(0, 1 + chance.below(path.length()));
            default -> path + ".json";
        };
    }

    private byte @Nullable [] broken(byte[] body) {
        byte[] copy = body.clone();
        switch (chance.below(9)) {
            case 0 -> copy = Arrays.copyOf(copy, copy.length == 0 ? 0 : chance.below(copy.length));
            case 1 -> {
                for (int i = 0; i < 3 && copy.length > 0; i++) {
                    copy[chance.below(copy.length)] = chance.anyByte();
                }
            }
            case 2 -> copy = new String(copy, UTF_8).getBytes(UTF_16);
            case 3 -> copy = ("\uFEFF" + new String(copy, UTF_8)).getBytes(UTF_8);
            case 4 -> copy = new byte[chance.below(40)];
            case 5 ->
                copy = (new String(copy, UTF_8) + chance.of(List.of("{}", "x", "\u0000", "\n\n", "]"))).getBytes(UTF_8);
            case 6 -> {
                return null;
            }
            case 7 -> {
                boolean whole = chance.percent(3);
                copy = " ".repeat(whole ? TOO_LARGE_BYTES : 100_000).getBytes(UTF_8);
            }
            default ->
                copy = Arrays.stream(new String(copy, ISO_8859_1).split("(?<=[,{\\[:])", -1))
                        .filter(_ -> !chance.percent(20))
                        .collect(Collectors.joining())
                        .getBytes(ISO_8859_1);
        }
        return copy;
    }
}

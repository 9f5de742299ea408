package dev.cairn.persistence.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks over JSON that the engines made of rows: arrays of numbers, texts, nulls and such arrays. It trusts its input,
 * reads each value where it stands, and allocates nothing but the texts.
 */
public final class JsonScanner {
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private final byte[] json;
    private int at;

    /** @param json is written to while it is read */
    public JsonScanner(byte[] json) {
        this.json = json;
    }

    /** Reads the texts of an array. */
    public static List<String> texts(String json) {
        JsonScanner scanner = new JsonScanner(json.getBytes(StandardCharsets.UTF_8));
        List<String> texts = new ArrayList<>();
        for (boolean more = scanner.enter(); more; more = scanner.next()) {
            texts.add(scanner.text());
        }
        return texts;
    }

    /** Enters an array. @return whether it has a first value */
    public boolean enter() {
        expect('[');
        if (peek() == ']') {
            at++;
            return false;
        }
        return true;
    }

    /** Goes on after a value. @return whether the array has another one; otherwise it is left */
    public boolean next() {
        byte c = peek();
        at++;
        if (c == ',') {
            return true;
        }
        if (c == ']') {
            return false;
        }
        throw malformed();
    }

    /** @return whether the value is null; then it is passed over */
    public boolean isNull() {
        if (peek() != 'n') {
            return false;
        }
        at += "null".length();
        return true;
    }

    public boolean isText() {
        return peek() == '"';
    }

    public boolean isArray() {
        return peek() == '[';
    }

    public boolean flag() {
        byte c = peek();
        if (c == 't') {
            at += "true".length();
            return true;
        }
        if (c == 'f') {
            at += "false".length();
            return false;
        }
        return integer() != 0;
    }

    public double number() {
        peek();
        int begin = at;
        while (at < json.length && "+-.eE0123456789".indexOf(json[at]) >= 0) {
            at++;
        }
        try {
            return Double.parseDouble(new String(json, begin, at - begin, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    public long integer() {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int begin = at;
        long value = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            value = value * 10 - (json[at] - '0'); // below zero there is one number more
            at++;
        }
        if (at == begin) {
            throw malformed();
        }
        return negative ? value : -value;
    }

    public String text() {
        expect('"');
        int begin = at;
        while (json[at] != '"') {
            if (json[at] == '\\') {
                return escaped(begin);
            }
            at++;
        }
        return new String(json, begin, at++ - begin, StandardCharsets.UTF_8);
    }

    /** Unescapes a text in place: it is shorter than its JSON, and read once only. */
    private String escaped(int begin) {
        int end = at;
        while (json[at] != '"') {
            if (json[at] != '\\') {
                json[end++] = json[at++];
                continue;
            }
            byte escape = json[at + 1];
            at += 2;
            switch (escape) {
                case 'b' -> json[end++] = '\b';
                case 'f' -> json[end++] = '\f';
                case 'n' -> json[end++] = '\n';
                case 'r' -> json[end++] = '\r';
                case 't' -> json[end++] = '\t';
                case 'u' -> end = unicode(end);
                default -> json[end++] = escape;
            }
        }
        at++;
        return new String(json, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** Reads a control character, one byte; the engines escape these like this, and no others. */
    private int unicode(int end) {
        int code = Integer.parseInt(new String(json, at, UNICODE_DIGITS, StandardCharsets.US_ASCII), HEX);
        at += UNICODE_DIGITS;
        byte[] encoded = Character.toString(code).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, json, end, encoded.length);
        return end + encoded.length;
    }

    private byte peek() {
        while (json[at] == ' ' || json[at] == '\n') {
            at++;
        }
        return json[at];
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    private IllegalStateException malformed() {
        return new IllegalStateException(
                "Unexpected at %d in %s".formatted(at, new String(json, StandardCharsets.UTF_8)));
    }
}

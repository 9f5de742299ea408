package dev.cairn.server.fuzz;

import java.util.List;

/** Values that no honest client sends; what is found wrong by hand belongs here as a kind, so that every field is tried with it. */
final class Hostile {
    /** What can be said in JSON, and be kept nowhere. */
    static final List<String> NO_TEXTS =
            List.of("\u0000", "a\u0000b", "x\u0000", "\uD800", "x\uD83D", "\uDE00x", "a\uDC00\uD800b");

    /** As the characters that they are. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\n",
            "\u0000",
            "a\u0000b",
            "\u0001",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "\uFEFFx",
            "\uFFFE",
            "\uFFFF",
            "\uD800",
            "\uDC00",
            "x\uD83D",
            "\uDE00x",
            "\uD83D\uDE00",
            "\u202Eabc\u202C",
            "\u0627\u0644\u0639\u0631\u0628\u064A\u0629",
            "\u200B",
            "e\u0301",
            "\u0130\u0131\u00DF\uFB03",
            "\u1E9E",
            "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D",
            "\uDBFF\uDFFF",
            "%",
            "%00",
            "%s%n%x",
            "_",
            "\\",
            "\\u0000",
            "'",
            "\"",
            "`",
            "';--",
            "' OR '1'='1",
            "*",
            "a*",
            "\"a",
            "a\" OR \"b",
            "NEAR(a b, 5)",
            "title:a",
            "^a",
            "-a",
            "AND",
            "a AND NOT b",
            "(",
            ")",
            "{a b}",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "#{T(java.lang.Runtime)}",
            "../../etc/hosts",
            "file:///",
            "http://[::1",
            "http://127.0.0.1:1/",
            "javascript:alert(1)",
            "null",
            "true",
            "NaN",
            "undefined",
            "[]",
            "{}",
            "__proto__",
            "constructor",
            "$ref",
            "@type",
            ",",
            ";",
            "|",
            "a,b,,c",
            "tasks(",
            "tasks(status",
            "tasks(status,limit",
            "-",
            "+",
            "0",
            "-1",
            "1e999");

    static final List<String> IDS = List.of(
            "0000000000000",
            "0000000000001",
            "FZZZZZZZZZZZZ",
            "7ZZZZZZZZZZZZ",
            "8000000000000",
            "ZZZZZZZZZZZZZ",
            "OIL0000000001",
            "000000000000",
            "00000000000000",
            "0000000000OOO",
            "0000000000U00",
            "K1-0",
            "K1-1",
            "K1-01",
            "K1--1",
            "K1-99999999999999999999",
            "K1-2147483648",
            "k1-1",
            "K1-\u0661",
            "\uFF2B1-1",
            "-1",
            ".",
            "..",
            "...",
            "a/b",
            "a%2Fb",
            "me",
            "self",
            "*");

    static final List<String> TIMES = List.of(
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.123456789Z",
            "2026-01-01T00:00:00+14:00",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T00:00:00+19:00",
            "2026-01-01T00:00:00",
            "2026-01-01",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:59:60Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1582-10-10T00:00:00Z",
            "1969-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "-0001-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "+9999999999-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-01-01T00:00:00Z[Europe/Berlin]",
            "2026-01-01t00:00:00z",
            "2026-W01-1T00:00:00Z",
            "\u0662\u0660\u0662\u0666-01-01T00:00:00Z",
            "1767225600",
            "now");

    /** As they stand in JSON, or would. */
    static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-0",
            "-1",
            "-0.0",
            "0.5",
            "1.0",
            "1e0",
            "1E+2",
            "100",
            "101",
            "200",
            "201",
            "86400",
            "86401",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "4294967296",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "18446744073709551616",
            "1e18",
            "1e19",
            "1e308",
            "1e309",
            "1e999",
            "-1e999",
            "1e-999",
            "1e2147483647",
            "1e2147483648",
            "1e-2147483649",
            "1e99999999999999999999",
            "0.1e-400",
            "1".repeat(19),
            "1".repeat(400),
            "9".repeat(1_100),
            "0." + "0".repeat(400) + "1",
            "-" + "9".repeat(5_000),
            "01",
            "+1",
            ".5",
            "5.",
            "0x10",
            "1_000",
            "1f",
            "NaN",
            "Infinity",
            "-Infinity");

    /** Whole values of JSON, of whatever type is wrong there. */
    static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "\"\"",
            "\"1\"",
            "\"true\"",
            "\"null\"",
            "[]",
            "[null]",
            "[[]]",
            "[1]",
            "[\"\"]",
            "[\"a\",\"a\"]",
            "[{}]",
            "{}",
            "{\"\":\"\"}",
            "{\"a\":null}",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0000\":1}",
            "{\"\\ud800\":1}",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":\"\\udfff\"}",
            "{\"a\":1e400}",
            "{\"a\":1e-400}",
            "{\"a\":123456789012345678901234567890}",
            "{\"a\":-0.0}",
            "{\"id\":\"0000000000001\"}",
            "{\"@type\":\"java.lang.Object\"}",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\uDEAD\"");

    /** What is no JSON, or not where it stands. */
    static final List<String> BROKEN = List.of(
            "\"\\x41\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "\"a\tb\"",
            "'a'",
            "a",
            "nul",
            "TRUE",
            "undefined",
            "",
            ",",
            "/**/1",
            "1//x",
            "\"unended",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "]",
            "}");

    /** One of them, or a number, mostly of JSON. */
    static String value(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> chance.of(BROKEN);
            case 1, 2, 3 -> chance.of(NUMBERS);
            default -> chance.of(VALUES);
        };
    }

    /** Lengths about which a limit may lie. */
    static final List<Integer> LENGTHS = List.of(
            1, 2, 10, 11, 20, 21, 40, 41, 50, 51, 64, 65, 100, 101, 120, 121, 128, 129, 200, 201, 254, 255, 256, 257,
            300, 301, 500, 501, 512, 1_000, 1_001, 1_024, 1_025, 2_000, 2_001, 4_000, 4_001, 4_096, 4_097, 5_000, 8_192,
            10_000, 10_001, 20_001, 50_001, 65_536, 65_537, 100_000, 100_001);

    static final List<Integer> DEPTHS =
            List.of(30, 31, 32, 33, 62, 63, 64, 65, 66, 100, 500, 999, 1_000, 1_001, 5_000, 50_000);

    /** What texts are made of that are about their length. */
    static final List<String> LETTERS = List.of(
            "x", "\u00E9", "\u20AC", "\uD83D\uDE00", "e\u0301", " ", "\u0000", "\uD800", "\"", "\\", "%", "a b ");

    /** Where characters are that become many when they are compared, or none, or another's: by their first and last. */
    static final List<List<Integer>> BLOCKS = List.of(
            List.of(0x20, 0x7E),
            List.of(0xA0, 0x24F),
            List.of(0x300, 0x36F),
            List.of(0x590, 0x6FF),
            List.of(0x1E00, 0x1FFF),
            List.of(0x2000, 0x206F),
            List.of(0x3300, 0x33FF),
            List.of(0xAC00, 0xD7A3),
            List.of(0xE000, 0xE0FF),
            List.of(0xFB00, 0xFB4F),
            List.of(0xFDF0, 0xFDFC),
            List.of(0xFF00, 0xFFEF),
            List.of(0xFFF0, 0xFFFF),
            List.of(0x1D400, 0x1D7FF),
            List.of(0x1F100, 0x1F2FF),
            List.of(0xE0000, 0xE007F),
            List.of(0x10000, 0x10FFFF));

    /** Letters of one block, none of which can be told from the one before. */
    static String letters(Chance chance, int length) {
        List<Integer> block = chance.of(BLOCKS);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.appendCodePoint(block.getFirst() + chance.below(block.getLast() - block.getFirst() + 1));
        }
        return letters.toString();
    }

    private Hostile() {}
}

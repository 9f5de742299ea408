package dev.cairn.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes texts of people and models to a terminal without the control characters that would move its cursor or give it orders.
 */
final class PlainWriter extends FilterWriter {
    /** Controls of both tables; a carriage return stays where it belongs to the end of a line. */
    private static final Pattern ORDERS = Pattern.compile("\\r(?!\\n)|[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\\r\\n\\t]]");

    PlainWriter(Writer terminal) {
        super(terminal);
    }

    static String plain(String text) {
        return ORDERS.matcher(text).replaceAll("");
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(plain(text.substring(from, from + length)));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(plain(new String(text, from, length)));
    }

    @Override
    public void write(int character) throws IOException {
        out.write(plain(Character.toString((char) character)));
    }
}

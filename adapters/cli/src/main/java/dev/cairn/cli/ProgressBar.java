package dev.cairn.cli;

import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A progress bar on stderr for long work, when there is a terminal to see it. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final @Nullable PrintWriter terminal;
    private final String what;
    private long total;
    private long done;
    private int shown = -1;

    private ProgressBar(@Nullable PrintWriter terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = Math.max(1, total);
    }

    static ProgressBar on(CairnCommand command, String what, long total) {
        boolean visible = onTerminal() && !command.json && !command.quiet;
        return new ProgressBar(visible ? command.commandLine().getErr() : null, what, total);
    }

    /** Returns whether a terminal shows the progress, and none of it goes into a pipe or a file. */
    @SuppressWarnings("SystemConsoleNull") // it is null when neither end is a terminal, whatever the JDK's version
    static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    InputStream counting(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                advance(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                advance(Math.max(0, count));
                return count;
            }
        };
    }

    @Override
    public void close() {
        if (terminal != null && shown >= 0) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }

    /** Shows how far it is, of a whole that may only become known meanwhile. */
    void at(long part, long whole) {
        total = Math.max(1, whole);
        done = part;
        advance(0);
    }

    private void advance(int count) {
        done += count;
        int percent = (int) Math.min(100, done * 100 / total);
        if (terminal != null && percent != shown) {
            shown = percent;
            int filled = percent * WIDTH / 100;
            terminal.print(
                    "\r%s [%s%s] %3d%%".formatted(what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent));
            terminal.flush();
        }
    }
}

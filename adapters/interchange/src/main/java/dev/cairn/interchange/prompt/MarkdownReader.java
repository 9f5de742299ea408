package dev.cairn.interchange.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.prompt.PromptFormat.Found;
import dev.cairn.application.prompt.PromptFormat.Read;
import dev.cairn.application.prompt.PromptFormat.Refused;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.prompt.Pieces.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads one Markdown file: a text alone, a text behind front matter, or many, each behind front matter that begins with a mark. */
final class MarkdownReader {
    /** The longest content in bytes, including the escapes of its lines. */
    private static final int CONTENT_BYTES = 8 * PromptContent.CONTENT_MAX;

    private final Pieces pieces;
    private final String title;
    private final IntFunction<String> place;
    private final Consumer<Found> sink;

    /**
     * @param title of a prompt that says none
     * @param place of a line, as problems name it
     */
    MarkdownReader(InputStream file, String title, IntFunction<String> place, Consumer<Found> sink) throws IOException {
        this.pieces = new Pieces(file);
        this.title = title;
        this.place = place;
        this.sink = sink;
    }

    void read() throws IOException {
        Piece first = pieces.peek();
        if (first == null || !first.isFence()) {
            alone(null);
            return;
        }
        pieces.next();
        Piece second = pieces.peek();
        if (second == null || !second.isMark()) {
            alone(head(false));
            return;
        }
        int line = first.line();
        while (line > 0) {
            line = oneOfMany(line);
        }
    }

    /** Reads the content to the end of the file. */
    private void alone(@Nullable Head head) throws IOException {
        Block content = new Block("content", CONTENT_BYTES);
        Piece piece;
        while ((piece = pieces.next()) != null) {
            content.add(piece.bytes());
        }
        deliver(1, () -> (head == null ? FrontMatter.NONE : head.read()).prompt(title, content.text()));
    }

    /**
     * Reads a prompt as far as the next one begins.
     *
     * @return the line where that is; 0 at the end of the file
     */
    private int oneOfMany(int begins) throws IOException {
        Head head = head(true);
        Block content = new Block("content", CONTENT_BYTES);
        int next = head.next();
        Piece piece;
        while (next == 0 && (piece = pieces.next()) != null) {
            if (piece.isFence() && isMarkAhead()) {
                next = piece.line();
            } else {
                content.add(piece.bytes());
            }
        }
        deliver(begins, () -> head.read().prompt(null, MarkdownPrompts.unescaped(content.text())));
        return next;
    }

    /** Reads front matter, behind the fence that begins it; where the next of many begins before it has ended, it is not closed. */
    private Head head(boolean oneOfMany) throws IOException {
        Block block = new Block("front matter", FrontMatter.BYTES_MAX);
        Piece piece;
        while ((piece = pieces.next()) != null) {
            if (piece.isFence()) {
                boolean another = oneOfMany && isMarkAhead();
                return new Head(block, !another, another ? piece.line() : 0);
            }
            block.add(piece.bytes());
        }
        return new Head(block, false, 0);
    }

    private boolean isMarkAhead() throws IOException {
        Piece ahead = pieces.peek();
        return ahead != null && ahead.isMark();
    }

    /** @param next the line where another prompt begins, if one does before this has ended; else 0 */
    private record Head(Block block, boolean closed, int next) {
        FrontMatter read() {
            if (!closed) {
                throw Invalid.of(ErrorCode.FORMAT, "front matter", "front matter is not closed by a line ---");
            }
            return FrontMatter.read(block.text());
        }
    }

    private interface Reading {
        PromptContent read();
    }

    private void deliver(int line, Reading reading) {
        Found found;
        try {
            found = new Read(place.apply(line), reading.read());
        } catch (Invalid invalid) {
            found = new Refused(
                    new ImportProblem(place.apply(line), "malformed", "Left out: " + MarkdownPrompts.reason(invalid)));
        }
        sink.accept(found);
    }
}

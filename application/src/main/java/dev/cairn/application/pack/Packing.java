package dev.cairn.application.pack;

import dev.cairn.application.port.TokenCounter;
import dev.cairn.domain.project.ProjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Joins sections into one text, in their order, within the token budget (L34). A section that does not fit is cut at
 * the end of a line, or left out.
 */
final class Packing {
    /** The least room for which a section that has to be cut is begun. */
    private static final int CUT_MIN_TOKENS = 100;

    /** The number of steps in which an estimate that is too long is shortened, at most about. */
    private static final int STEPS = 50;

    private final Writing writing;
    private final TokenCounter counter;
    private final int budget;
    private final ProjectKey project;
    private final List<String> texts = new ArrayList<>();
    private final List<PackedPart> parts = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int room;

    Packing(PackFormat format, TokenCounter counter, int budget, ProjectKey project) {
        this.writing = Writing.of(format);
        this.counter = counter;
        this.budget = budget;
        this.project = project;
        this.room = budget - counter.count(writing.head(project)) - counter.count(writing.foot());
    }

    void add(Section section) {
        String whole = writing.part(section, section.text(), "", texts.isEmpty());
        int tokens = counter.count(whole);
        int lines = lines(section.text());
        if (tokens <= room) {
            put(section, whole, tokens, lines, lines);
        } else if (narrow() || !cut(section, tokens, lines)) {
            leave(new LeftOut(section.kind(), section.name(), section.title(), tokens, LeftOut.Reason.BUDGET));
        }
    }

    /** Returns the number of tokens that are left. */
    int room() {
        return room;
    }

    /** Whether there is too little room to begin a section that has to be cut. */
    boolean narrow() {
        return room < CUT_MIN_TOKENS;
    }

    /** Returns the number of tokens of a section. */
    int tokens(Section section) {
        return counter.count(writing.part(section, section.text(), "", texts.isEmpty()));
    }

    /** Returns the number of tokens of whole lines in a section's text. */
    int tokens(String lines) {
        return counter.count(writing.line(lines));
    }

    void leave(LeftOut part) {
        leftOut.add(part);
    }

    /** Returns the pack; its tokens are counted once more, over the whole text (X6). */
    Pack pack(PackFormat format) {
        String text = text();
        int tokens = counter.count(text);
        while (tokens > budget && !parts.isEmpty()) {
            PackedPart last = parts.removeLast();
            texts.removeLast();
            leftOut.addFirst(new LeftOut(last.kind(), last.name(), last.title(), last.tokens(), LeftOut.Reason.BUDGET));
            text = text();
            tokens = counter.count(text);
        }
        return new Pack(project, format, budget, tokens, parts, leftOut, text);
    }

    private String text() {
        return writing.head(project) + String.join("", texts) + writing.foot();
    }

    private void put(Section section, String text, int tokens, int lines, int linesInAll) {
        texts.add(text);
        parts.add(new PackedPart(section.kind(), section.name(), section.title(), tokens, lines, linesInAll));
        room -= tokens;
    }

    /** Adds as many lines as have room, by the tokens of single lines, which are a few more than those of all together. */
    private boolean cut(Section section, int tokens, int linesInAll) {
        String text = section.text();
        int used = counter.count(cutTo(section, 0, linesInAll, tokens));
        int lines = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.indexOf('\n', end) + 1;
            if (next == 0) {
                break;
            }
            used += counter.count(writing.line(text.substring(end, next)));
            if (used > room) {
                break;
            }
            lines++;
            end = next;
        }
        for (; lines > 0; lines -= Math.max(1, lines / STEPS)) {
            String part = cutTo(section, lines, linesInAll, tokens);
            int taken = counter.count(part);
            if (taken <= room) {
                put(section, part, taken, lines, linesInAll);
                return true;
            }
        }
        return false;
    }

    private String cutTo(Section section, int lines, int linesInAll, int tokens) {
        int end = 0;
        for (int i = 0; i < lines; i++) {
            end = section.text().indexOf('\n', end) + 1;
        }
        String said = String.format(
                Locale.ROOT, "cut: %d of %d lines are here; whole, it takes %d tokens", lines, linesInAll, tokens);
        return writing.part(section, section.text().substring(0, end), said, texts.isEmpty());
    }

    private static int lines(String text) {
        int lines = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines++;
        }
        return text.isEmpty() || text.endsWith("\n") ? lines : lines + 1;
    }
}

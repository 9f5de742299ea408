package dev.cairn.domain.memory;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders memories by their relevance now, with reasons (R48): a pure function of the memories, the time and the search text. */
public final class Ranking {
    private static final double SCORE = 0.35;
    private static final double RECENCY = 0.25;
    private static final double ACCESSES = 0.15;
    private static final double CONVERSATION = 0.1;
    private static final double WORDS = 0.15;
    /** The age in days at which a memory's recency has fallen to 1/e, about a third. */
    private static final double FADING_DAYS = 30;
    /** The number of accesses from which further ones do not count. */
    private static final int ACCESSES_MAX = 100;

    private static final Comparator<Ranked> ORDER = Comparator.<Ranked>comparingDouble(
                    ranked -> ranked.why().total())
            .reversed()
            .thenComparing(ranked -> ranked.memory().id(), Comparator.reverseOrder());

    private Ranking() {}

    /**
     * The reasons for a memory's rank: each part is 0 to 1 before its weight, and the total is their weighted sum.
     *
     * @param words how many of the words that are looked for it has
     */
    public record Why(double score, double recency, double accesses, double conversation, double words, double total) {}

    /** A memory with its reasons. */
    public record Ranked(Memory memory, Why why) {}

    /**
     * Orders memories; of equal ones the newest comes first.
     *
     * @param where the current conversation
     * @param text the search text; null or empty for none
     */
    public static List<Ranked> of(
            List<Memory> memories, @Nullable Id<Conversation> where, @Nullable String text, Instant now, int limit) {
        Set<String> wanted = words(text == null ? "" : text);
        return memories.stream()
                .map(memory -> new Ranked(memory, why(memory, where, wanted, now)))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    private static Why why(Memory memory, @Nullable Id<Conversation> where, Set<String> wanted, Instant now) {
        double score = memory.content().score();
        double recency = Math.exp(-days(memory, now) / FADING_DAYS);
        double accesses = Math.log1p(Math.min(memory.accessCount(), ACCESSES_MAX)) / Math.log1p(ACCESSES_MAX);
        double conversation = where != null && where.equals(memory.conversationId()) ? 1 : 0;
        double words = share(memory, wanted);
        double total =
                SCORE * score + RECENCY * recency + ACCESSES * accesses + CONVERSATION * conversation + WORDS * words;
        return new Why(
                rounded(score), rounded(recency), rounded(accesses), conversation, rounded(words), rounded(total));
    }

    private static double days(Memory memory, Instant now) {
        Instant last = memory.lifecycle().updatedAt();
        return Math.max(0, Duration.between(last, now).toMillis())
                / (double) Duration.ofDays(1).toMillis();
    }

    private static double share(Memory memory, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        Set<String> known = words(memory.content().content() + " "
                + String.join(" ", memory.content().keywords()));
        return wanted.stream().filter(known::contains).count() / (double) wanted.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Text.uniqueKey(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}

package dev.cairn.benchmarks.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Titles and sentences as people write them, the same for the same seed; ASCII only, nothing that HTML or JSON escapes. */
final class Wording {
    static final List<String> LABELS = words("backend frontend api database security docs performance ux infra tests");
    static final List<String> NOUNS = words("""
            invoice login session export import report dashboard webhook email calendar payment refund profile avatar \
            search filter backup migration cache token upload download receipt ledger schedule reminder comment mention \
            attachment thumbnail workspace invitation role permission audit quota discount coupon shipment warehouse \
            catalog basket checkout tax currency ticket sprint milestone roadmap""");

    private static final List<String> VERBS = words(
            "Fix Add Remove Rename Rewrite Document Test Speed-up Simplify Split Merge Guard Retry Log Validate Cache");
    private static final List<String> ADJECTIVES = words("""
            slow broken missing duplicate stale wrong nightly partial flaky empty large nested hidden legacy monthly \
            concurrent optional unsigned localized archived""");
    private static final List<String> ASPECTS = words("""
            timeout pagination sorting rounding encoding layout locking ordering retries headers totals validation \
            labels limits history preview notification timestamp checksum footer shortcut tooltip redirect spinner""");
    private static final List<String> PLACES = words("""
            administrators guests mobile Safari Windows Linux staging production Germany Japan auditors partners \
            resellers newcomers support accounting""");

    private final Random random;
    private final Set<String> titles = new HashSet<>();

    Wording(long seed) {
        random = new Random(seed);
    }

    String title() {
        String title;
        do {
            title = "%s %s %s %s for %s".formatted(any(VERBS), any(ADJECTIVES), any(NOUNS), any(ASPECTS), any(PLACES));
        } while (!titles.add(title));
        return title;
    }

    String overview() {
        String first = "The %s %s shows a %s %s when %s open it from the %s."
                .formatted(any(ADJECTIVES), any(NOUNS), any(ADJECTIVES), any(ASPECTS), any(PLACES), any(NOUNS));
        return random.nextBoolean()
                ? first
                : first
                        + " Keep the %s as it is and check the %s on %s too."
                                .formatted(any(ASPECTS), any(NOUNS), any(PLACES));
    }

    String step() {
        return "%s the %s of the %s %s".formatted(any(VERBS), any(ASPECTS), any(ADJECTIVES), any(ASPECTS));
    }

    List<String> labels() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> any(LABELS))
                .distinct()
                .toList();
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}

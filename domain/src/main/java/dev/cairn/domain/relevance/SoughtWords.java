package dev.cairn.domain.relevance;

import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.ticket.TicketContent;
import java.util.List;
import java.util.Set;

/** The words of a ticket with which relevant files are searched. */
public final class SoughtWords {
    /** The most words of a search; more find no better files, and take longer. */
    public static final int WORDS_MAX = 32;

    private static final int LENGTH_MIN = 2;

    private static final Set<String> STOP_WORDS = Set.of(
            ("a about above after again all also always an and another any are as at be because been before being below between both but by can cannot could"
                            + " did do does doing don done down each either else even every few for from further get gets give given goes had has have having"
                            + " he her here his how however if in instead into is it its itself just let like made make makes many may me might more most"
                            + " much must my need needs never no nor not now of off on once one only or other our out over own per rather same say says see"
                            + " she should since so some still such than that the their them then there these they this those through to too two under until"
                            + " up upon us use used uses using very was way we well were what when where which while who whose why will with within without"
                            + " won would yet you your")
                    .split(" "));

    private SoughtWords() {}

    public static List<String> of(TicketContent ticket) {
        return of(text(ticket));
    }

    /** Returns the ticket's title, overview and acceptance criteria as one text. */
    public static String text(TicketContent ticket) {
        return ticket.title() + "\n" + ticket.overview() + "\n" + String.join("\n", ticket.acceptanceCriteria());
    }

    /** Returns the first {@value #WORDS_MAX} distinct words of a text, without short words and stop words. */
    public static List<String> of(String text) {
        return WordCutter.words(text).stream()
                .filter(word -> word.length() >= LENGTH_MIN && !STOP_WORDS.contains(word))
                .limit(WORDS_MAX)
                .toList();
    }
}

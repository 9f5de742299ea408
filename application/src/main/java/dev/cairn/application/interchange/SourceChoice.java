package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source of a file's ids when the request names none (I3). Ids such as {@code bd-1} are common, so that equal
 * ids in two files mean little: a file belongs to a source only if it describes the same things by them.
 */
record SourceChoice(ImportStores stores, Id<Project> project, ImportRequest request, ImportPlan plan) {
    /** The number of entries that are compared. */
    private static final int SAMPLE_MAX = 500;
    /** The similarity up to which two titles name different things. */
    private static final double SIMILAR = 0.4;
    /** The least number of letters of a word that is compared. */
    private static final int WORD_MIN = 3;

    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** The number of entries that a known source has, and of those that differ from what it has. */
    private record Fit(int known, int foreign) {
        boolean fits() {
            return known > 0 && foreign * 2 <= known;
        }
    }

    String source() {
        if (request.source() != null) {
            return named(request.source());
        }
        String preferred = request.defaultSource() == null ? request.format() : named(request.defaultSource());
        Set<String> here = here(preferred);
        String best = null;
        int known = 0;
        Map<String, Fit> fits = new HashMap<>();
        for (String candidate : here) {
            Fit fit = fit(candidate, candidate.equals(preferred) || request.defaultSource() == null);
            fits.put(candidate, fit);
            if (fit.fits() && fit.known() > known) {
                best = candidate;
                known = fit.known();
            }
        }
        if (best != null) {
            return best;
        }
        Fit own = fits.get(preferred);
        return own == null || own.known() == 0 ? preferred : another(here);
    }

    /** Whether an entry is evidently another thing than the one its id names here. */
    boolean foreign(Entry entry, Alias alias) {
        Seen seen = alias.seen();
        return request.source() == null
                && seen != null
                && entry.createdAt != null
                && seen.createdAt() != null
                && !entry.createdAt.equals(seen.createdAt());
    }

    /** Returns the name of a source without its format, as clients give it. */
    static String name(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? "" : source.substring(colon + 1);
    }

    private String named(String name) {
        return request.format() + ":" + name;
    }

    private Set<String> here(String preferred) {
        Set<String> here = new LinkedHashSet<>();
        List<String> all = stores.aliases().sources(project);
        for (String first : List.of(preferred, request.format())) {
            if (all.contains(first)) {
                here.add(first);
            }
        }
        all.stream().filter(source -> source.startsWith(request.format() + ":")).forEach(here::add);
        return here;
    }

    private String another(Set<String> here) {
        int n = 2;
        while (here.contains(named(String.valueOf(n)))) {
            n++;
        }
        String source = named(String.valueOf(n));
        plan.problem(new ImportProblem(
                "file",
                "other_source",
                "Its ids were imported here before and named other things: it was taken as the source '%s'. Name sources to keep them apart (source=, --source)"
                        .formatted(name(source))));
        return source;
    }

    private Fit fit(String source, boolean sameSourceIsLikely) {
        Map<String, Entry> sample = plan.entries().values().stream()
                .limit(SAMPLE_MAX)
                .collect(Collectors.toMap(entry -> entry.externalId, Function.identity()));
        List<Alias> aliases = stores.aliases().findAll(project, source, sample.keySet()).stream()
                .filter(alias -> alias.kind() == AliasKind.TICKET)
                .toList();
        Map<Id<?>, Ticket> tickets = new HashMap<>();
        stores.work()
                .tickets()
                .findAll(aliases.stream().map(SourceChoice::ticket).toList())
                .forEach(ticket -> tickets.put(ticket.id(), ticket));
        int foreign = 0;
        for (Alias alias : aliases) {
            Entry entry = sample.get(alias.externalId());
            if (entry != null && !same(entry, alias.seen(), tickets.get(alias.subjectId()), sameSourceIsLikely)) {
                foreign++;
            }
        }
        return new Fit(aliases.size(), foreign);
    }

    private static boolean same(Entry entry, @Nullable Seen seen, @Nullable Ticket here, boolean sameSourceIsLikely) {
        Instant created = seen == null ? null : seen.createdAt();
        if (entry.createdAt != null && created != null && (sameSourceIsLikely || !entry.createdAt.equals(created))) {
            return entry.createdAt.equals(created);
        }
        boolean unknown = here == null && (seen == null || seen.title() == null);
        return unknown
                || (here != null && similar(entry.title, here.content().title()))
                || (seen != null && seen.title() != null && similar(entry.title, seen.title()));
    }

    /** Whether two titles are similar by their words; also true when one has no words to compare. */
    static boolean similar(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return a.isEmpty() || b.isEmpty() || 2.0 * both.size() > SIMILAR * (a.size() + b.size());
    }

    /** Returns the words of a title; of scripts without spaces, pairs of characters. */
    private static Set<String> words(String title) {
        Set<String> words = new HashSet<>();
        List<String> found = WORD.matcher(title.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        for (String word : found) {
            if (word.chars().anyMatch(c -> c >= FIRST_IDEOGRAPH)) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() >= WORD_MIN) {
                words.add(word);
            }
        }
        return words;
    }

    @SuppressWarnings("unchecked") // only aliases of tickets are asked
    private static Id<Ticket> ticket(Alias alias) {
        return (Id<Ticket>) alias.subjectId();
    }
}

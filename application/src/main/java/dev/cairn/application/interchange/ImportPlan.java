package dev.cairn.application.interchange;

import dev.cairn.application.interchange.Imported.Collected;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.interchange.Imported.Skipped;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a whole file is about, read before anything of it is stored: ids, links and hashes, but no contents. */
final class ImportPlan implements Consumer<Imported> {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();
    private long rows;
    private int highestNumber;
    private boolean parts;

    /** What is to be done with an entry. */
    enum Action {
        CREATE,
        UPDATE,
        /** It is as it was at its last import. */
        NONE,
        /** Its ticket was deleted here, or the file means another one. */
        SKIP
    }

    /** One ticket of the file. */
    static final class Entry {
        final String place;
        final String externalId;
        final String title;
        final @Nullable Instant createdAt;
        final String hash;
        final @Nullable String parent;
        final List<ImportedLink> links;
        Action action = Action.CREATE;

        @Nullable
        Id<Ticket> id;

        Entry(ImportedTicket ticket, String hash) {
            this.place = ticket.place();
            this.externalId = ticket.externalId();
            this.title = ticket.content().title();
            this.createdAt = ticket.createdAt();
            this.hash = hash;
            this.parent = ticket.parent();
            this.links = ticket.links();
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Set<String> skipped() {
        return skipped;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    /** How many earlier revisions follow each artifact, in their order. */
    List<Integer> revisions() {
        return revisions;
    }

    /** Whether there is more in the file than tickets. */
    boolean hasParts() {
        return parts;
    }

    /** About how many rows the file makes. */
    long rows() {
        return rows;
    }

    @Override
    public void accept(Imported read) {
        parts |= read instanceof Imported.Carried && !(read instanceof ImportedTicket);
        switch (read) {
            case ImportedTicket ticket -> ticket(ticket);
            case ImportedArtifact _ -> {
                revisions.add(0);
                rows++;
            }
            case ImportedRevision _ -> {
                if (!revisions.isEmpty()) {
                    revisions.set(revisions.size() - 1, revisions.getLast() + 1);
                }
                rows++;
            }
            case ImportedQueue _, ImportedMessage _, Plain<?> _, ImportedItem _ -> rows++;
            case ImportedProject _, Collected _, ImportedValidation _, ImportedConversation _, Left _ -> {}
            case Skipped(String externalId) -> skipped.add(externalId);
            case ImportProblem problem -> problem(problem);
        }
    }

    private void ticket(ImportedTicket ticket) {
        Entry entry = new Entry(ticket, Fingerprint.of(ticket));
        if (entries.putIfAbsent(ticket.externalId(), entry) != null) {
            problem(new ImportProblem(
                    ticket.place(),
                    "duplicate",
                    "%s is in the file twice: the first one stays".formatted(ticket.externalId())));
        }
        rows += rows(ticket);
        highestNumber = Math.max(highestNumber, ticket.number() == null ? 0 : ticket.number());
    }

    void problem(ImportProblem problem) {
        if (problems.size() < ImportReport.PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    /** The highest ticket number that the file wants. */
    int highestNumber() {
        return highestNumber;
    }

    /** About how many rows a ticket makes. */
    static int rows(ImportedTicket ticket) {
        return 1
                + ticket.tasks().size()
                + ticket.comments().size()
                + ticket.links().size();
    }
}

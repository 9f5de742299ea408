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

/** The plan of an import, made before anything is stored: ids, links and hashes of the whole file, but no contents. */
final class ImportPlan implements Consumer<Imported> {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();
    private long rows;
    private int highestNumber;
    private boolean parts;

    /** The action for an entry. */
    enum Action {
        CREATE,
        UPDATE,
        /** The entry is the same as at its last import. */
        NONE,
        /** The entry's ticket was deleted here, or the file means another one. */
        SKIP
    }

    /** A ticket of the file. */
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

    /** Returns the number of earlier revisions of each artifact, in the file's order. */
    List<Integer> revisions() {
        return revisions;
    }

    /** Whether the file has more than tickets. */
    boolean hasParts() {
        return parts;
    }

    /** Returns about how many rows the file makes. */
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

    /** Returns the highest ticket number in the file. */
    int highestNumber() {
        return highestNumber;
    }

    /** Returns about how many rows a ticket makes. */
    static int rows(ImportedTicket ticket) {
        return 1
                + ticket.tasks().size()
                + ticket.comments().size()
                + ticket.links().size();
    }
}

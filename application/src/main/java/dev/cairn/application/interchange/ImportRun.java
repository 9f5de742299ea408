package dev.cairn.application.interchange;

import dev.cairn.application.artifact.ArtifactImport;
import dev.cairn.application.work.Changes;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One import at work: takes tickets as the format reads them, and stores them slice by slice. */
final class ImportRun implements ImportSink {
    /** Tickets per transaction. */
    private static final int SLICE_SIZE = 100;

    private final UnitOfWork work;
    private final ImportStores stores;
    private final Caller caller;
    private final Project project;
    private final String source;
    private final List<ImportedTicket> waiting = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, Id<Ticket>> ids = new HashMap<>();
    private final ArtifactImport artifacts;
    private final ImportLinks links;
    private final boolean empty;

    /** What became of a ticket. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    ImportRun(UnitOfWork work, ImportStores stores, Caller caller, Project project, String source) {
        this.work = work;
        this.stores = stores;
        this.caller = caller;
        this.project = project;
        this.source = source;
        this.artifacts = new ArtifactImport(work, stores.artifacts(), caller, project);
        this.links = new ImportLinks(stores.work(), project.id());
        this.empty = stores.work().tickets().findNext(project.id(), 0, 1).isEmpty();
    }

    @Override
    public void ticket(ImportedTicket ticket) {
        if (outcomes.putIfAbsent(ticket.externalId(), Outcome.UNCHANGED) != null) {
            problem(new ImportProblem(
                    ticket.place(),
                    "duplicate",
                    "%s is in the file twice: the first one stays".formatted(ticket.externalId())));
            return;
        }
        waiting.add(ticket);
        if (waiting.size() == SLICE_SIZE) {
            flush();
        }
    }

    @Override
    public void queue(ImportedQueue queue) {
        slice(changes -> {
            var page = new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("name")), false);
            String key = Text.uniqueKey(queue.content().name());
            Queue known = stores.queues().page(new QueueRepository.OfProject(project.id()), page).items().stream()
                    .filter(other -> Text.uniqueKey(other.content().name()).equals(key))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                return stores.queues()
                        .insert(Queue.create(
                                changes.newId(), project.id(), queue.content(), queue.active(), changes.now()));
            }
            return known.content().equals(queue.content())
                    ? known
                    : stores.queues().update(known.edit(queue.content(), changes.now()));
        });
    }

    @Override
    public void project(ImportedProject imported) {
        work.bulk(caller, changes -> {
            Project current = stores.projects().require(Access.write(caller), project.id());
            ProjectContent own = current.content();
            ProjectContent content = new ProjectContent(
                    own.name(),
                    imported.content().description(),
                    own.localPath(),
                    imported.content().gitUrl(),
                    imported.content().branch());
            if (!content.equals(own) || imported.status() != current.status()) {
                stores.projects().update(current.imported(content, imported.status(), changes.now()));
            }
            if (!stores.settings(project).equals(imported.settings())) {
                var home = new SettingHome.OfProject(project.id());
                imported.settings()
                        .values()
                        .forEach((key, value) -> stores.settings().put(home, key, value));
            }
            return current;
        });
    }

    @Override
    public void collected(CollectedData data) {
        work.bulk(caller, changes -> {
            var store = stores.artifacts().collected();
            Project current = stores.projects().require(Access.write(caller), project.id());
            if (!store.find(project.id()).equals(data)) {
                stores.projects().update(current.collected(data.completeness(), changes.now()));
                store.save(project.id(), data);
            }
            return current;
        });
    }

    @Override
    public void artifact(ImportedArtifact artifact) {
        artifacts.store(artifact.content(), artifact.status());
    }

    @Override
    public void skipped(String externalId) {
        skipped.add(externalId);
    }

    @Override
    public void problem(ImportProblem problem) {
        if (problems.size() < ImportReport.PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    ImportReport finish() {
        flush();
        return slice(changes -> {
            links.store(this);
            ImportReport report = new ImportReport(
                    count(Outcome.CREATED),
                    count(Outcome.UPDATED),
                    count(Outcome.UNCHANGED),
                    skipped.size() + count(Outcome.SKIPPED),
                    problems);
            if (report.created() + report.updated() > 0) {
                recorded(changes, report);
            }
            return report;
        });
    }

    /** The ticket with this foreign id, if this run has seen it. */
    Map<String, Id<Ticket>> ids() {
        return ids;
    }

    boolean wasSkipped(String externalId) {
        return skipped.contains(externalId) || outcomes.get(externalId) == Outcome.SKIPPED;
    }

    /** Something of the ticket changed after it had been stored: a link or its parent. */
    void changed(String externalId) {
        outcomes.replace(externalId, Outcome.UNCHANGED, Outcome.UPDATED);
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<ImportedTicket> slice = List.copyOf(waiting);
        waiting.clear();
        slice(changes -> {
            ImportSlice stored = new ImportSlice(stores, changes, project, source, empty, this);
            stored.store(slice);
            return slice;
        });
        slice.forEach(links::add);
    }

    /** One transaction of many: the project may be deleted or archived between two (G0). */
    private <T> T slice(Function<Changes, T> change) {
        return work.bulk(caller, changes -> {
            stores.projects().require(Access.write(caller), project.id()).requireWritable();
            return change.apply(changes);
        });
    }

    void stored(String externalId, Id<Ticket> id, Outcome outcome) {
        ids.put(externalId, id);
        outcomes.put(externalId, outcome);
    }

    void refused(String externalId) {
        outcomes.put(externalId, Outcome.SKIPPED);
    }

    private int count(Outcome outcome) {
        return (int) outcomes.values().stream().filter(o -> o == outcome).count();
    }

    private void recorded(Changes changes, ImportReport report) {
        changes.record(
                "project.imported",
                project.id(),
                project.id(),
                Map.of(
                        "format",
                        source,
                        "created",
                        report.created(),
                        "updated",
                        report.updated(),
                        "unchanged",
                        report.unchanged(),
                        "skipped",
                        report.skipped(),
                        "problems",
                        report.problems().size()));
    }
}

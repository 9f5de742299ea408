package dev.cairn.application.interchange;

import dev.cairn.application.artifact.ArtifactImport;
import dev.cairn.application.interchange.Imported.Collected;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.interchange.Imported.Skipped;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.setting.KnownSettings;
import dev.cairn.domain.setting.SettingHome;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores everything but new tickets, in the file's order: the project, artifacts, conversations, queues, and changed tickets. */
final class OtherParts implements Consumer<Imported> {
    private final ImportContext context;
    private final ImportTally tally;
    private final ChangedTickets tickets;
    private final ConversationImport conversations;
    private final ItemImport items;
    private final PartsSeen seen;
    private @Nullable ArtifactImport artifacts;
    private @Nullable Id<Artifact> stored;
    private int artifactCount;
    private int revision;

    OtherParts(ImportContext context, ImportTally tally, ChangedTickets tickets) {
        this.context = context;
        this.tally = tally;
        this.tickets = tickets;
        this.conversations = new ConversationImport(context, tally);
        this.items = new ItemImport(context, tally);
        this.seen = PartsSeen.of(context);
    }

    void finish() {
        tickets.flush();
        conversations.finish();
        items.finish();
        seen.store(context);
    }

    @Override
    public void accept(Imported read) {
        switch (read) {
            case ImportedTicket ticket -> tickets.add(ticket);
            case ImportedItem item -> items.add(item);
            case ImportedConversation conversation -> conversations.begin(conversation);
            case ImportedMessage message -> conversations.add(message);
            case ImportedArtifact artifact -> artifact(artifact);
            case ImportedRevision earlier -> revision(earlier);
            case ImportedQueue queue -> part("queue " + queue.content().name(), queue, act -> stored(act, queue));
            case ImportedProject project -> part("project", project, act -> stored(act, project));
            case Collected(CollectedData data) -> part("collected", data, act -> stored(act, data));
            case ImportedValidation validation -> part("validation", validation, act -> stored(act, validation));
            case Plain<?> plain ->
                part(
                        plain.part().kind() + " " + plain.content().name(),
                        plain.content(),
                        act -> plain.stored(act, context.project().id()));
            case Left _, Skipped _, ImportProblem _ -> {}
        }
    }

    private void part(String name, Object part, Function<Act, Boolean> store) {
        if (seen.isNew(name, part)) {
            count(context.slice(store));
        }
    }

    private boolean stored(Act act, ImportedQueue brought) {
        var queues = context.stores().queues();
        Queue known = queues.findByName(
                        context.project().id(), brought.content().name())
                .orElse(null);
        if (known == null) {
            Queue created = queues.insert(
                    Queue.create(act.newId(), context.project().id(), brought.content(), brought.active(), act.now()));
            act.record(ActivityType.QUEUE_CREATED, created);
            return true;
        }
        Queue edited = known.edit(brought.content(), act.now());
        if (!edited.equals(known)) {
            Queue stored = queues.update(edited);
            act.record(ActivityType.QUEUE_UPDATED, stored).changed(Difference.between(known, stored));
        }
        return !edited.equals(known);
    }

    private boolean stored(Act act, ImportedProject imported) {
        ImportStores stores = context.stores();
        Project current = current();
        ProjectContent own = current.content();
        ProjectContent content = imported.content().withName(own.name()).withLocalPath(own.localPath());
        boolean changed = !content.equals(own) || imported.status() != current.status();
        if (changed) {
            updated(act, current, stores.projects().update(current.imported(content, imported.status(), act.now())));
        }
        ProjectSettings before = stores.settings(current);
        ProjectSettings after = imported.settings();
        if (!before.equals(after)) {
            var home = new SettingHome.OfProject(current.id());
            KnownSettings.values(after)
                    .forEach((key, value) -> stores.settings().put(home, key, value));
            act.record(ActivityType.SETTINGS_UPDATED, current.id(), current.id())
                    .changed(Difference.between(before, after));
        }
        Integer next = imported.nextNumber();
        if (next != null && next > 1 && context.plan().highestNumber() < next) {
            stores.projects().reserveTicketNumber(current.id(), next - 1);
        }
        return changed || !before.equals(after);
    }

    private boolean stored(Act act, CollectedData data) {
        var store = context.stores().artifacts().collected();
        Project current = current();
        if (store.find(current.id()).equals(data)) {
            return false;
        }
        Project stored = context.stores().projects().update(current.collected(data.completeness(), act.now()));
        store.save(current.id(), data);
        recorded(act, ActivityType.PROJECT_COLLECTED, current, stored);
        return true;
    }

    private boolean stored(Act act, ImportedValidation validation) {
        Project current = current();
        Assessment brought = new Assessment(
                current.assessment().completeness(),
                validation.report().score(),
                validation.validatedAt(),
                validation.stale());
        if (brought.equals(current.assessment())) {
            return false;
        }
        Project stored = context.stores().projects().update(current.imported(brought, act.now()));
        context.stores().artifacts().collected().saveReport(current.id(), validation.report());
        recorded(act, ActivityType.PROJECT_VALIDATED, current, stored);
        return true;
    }

    private void artifact(ImportedArtifact artifact) {
        int earlier = context.plan().revisions().get(artifactCount++);
        revision = 0;
        stored = null;
        if (artifacts == null) {
            artifacts = new ArtifactImport(context::slice, context.stores().artifacts(), context.project());
        }
        boolean isNew = seen.isNew(
                "artifact " + artifactCount + artifact.content().content().title(), artifact);
        ArtifactImport.Stored became = artifacts.store(
                artifact.content(),
                artifact.status(),
                new ArtifactImport.Written(artifact.author(), artifact.createdAt()),
                earlier,
                isNew);
        stored = became.id();
        count(became.changed());
    }

    private void revision(ImportedRevision earlier) {
        revision++;
        if (stored != null && artifacts != null) {
            count(artifacts.add(stored, revision, earlier.content(), earlier.author(), earlier.createdAt()));
        }
    }

    private Project current() {
        return context.stores()
                .projects()
                .require(Access.write(context.caller()), context.project().id());
    }

    private void count(boolean changed) {
        if (changed) {
            tally.changed();
        }
    }

    private static void updated(Act act, Project before, Project after) {
        recorded(
                act,
                before.status() == after.status() ? ActivityType.PROJECT_UPDATED : ActivityType.PROJECT_STATUS_CHANGED,
                before,
                after);
    }

    private static void recorded(Act act, ActivityType type, Project before, Project after) {
        act.record(type, after).changed(Difference.between(before, after));
    }
}

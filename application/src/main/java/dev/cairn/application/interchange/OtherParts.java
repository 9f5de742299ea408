package dev.cairn.application.interchange;

import dev.cairn.application.artifact.ArtifactImport;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.setting.SettingHome;
import org.jspecify.annotations.Nullable;

/** Stores everything of a file but new tickets, in its order: the project, artifacts, talk, queues, and what changed of tickets. */
final class OtherParts implements ImportSink {
    private final ImportContext context;
    private final ImportTally tally;
    private final ChangedTickets tickets;
    private final ConversationImport conversations;
    private final ItemImport items;
    private final PartsSeen seen;
    private @Nullable ArtifactImport artifacts;
    private @Nullable Id<Artifact> created;
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
    public void ticket(ImportedTicket ticket) {
        ticket(ticket, TicketExtras.NONE);
    }

    @Override
    public void ticket(ImportedTicket ticket, TicketExtras extras) {
        tickets.add(ticket, extras);
    }

    @Override
    public void item(ImportedItem item) {
        items.add(item);
    }

    @Override
    public void conversation(ImportedConversation conversation) {
        conversations.begin(conversation);
    }

    @Override
    public void message(ImportedMessage message) {
        conversations.add(message);
    }

    @Override
    public void queue(ImportedQueue queue) {
        if (seen.isNew("queue " + queue.content().name(), queue)) {
            boolean changed = context.slice(act -> stored(act, queue));
            count(changed);
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

    @Override
    public <C extends Record & Named> void plain(PlainPart<C> part, C content) {
        if (seen.isNew(part.kind() + " " + content.name(), content)) {
            count(context.slice(act -> part.imported(act, context.project().id(), content)));
        }
    }

    @Override
    public void project(ImportedProject imported) {
        if (seen.isNew("project", imported)) {
            count(context.slice(act -> stored(act, imported)));
        }
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
            after.values().forEach((key, value) -> stores.settings().put(home, key, value));
            act.record(ActivityType.SETTINGS_UPDATED, current.id(), current.id())
                    .changed(Difference.between(before, after));
        }
        Integer next = imported.nextNumber();
        if (next != null && next > 1 && context.plan().highestNumber() < next) {
            stores.projects().reserveTicketNumber(current.id(), next - 1);
        }
        return changed || !before.equals(after);
    }

    @Override
    public void collected(CollectedData data) {
        if (seen.isNew("collected", data)) {
            count(context.slice(act -> stored(act, data)));
        }
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

    @Override
    public void validation(ImportedValidation validation) {
        if (seen.isNew("validation", validation)) {
            count(context.slice(act -> stored(act, validation)));
        }
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

    @Override
    public void artifact(ImportedArtifact artifact) {
        int earlier = context.plan().revisions().get(artifactCount++);
        revision = 0;
        created = null;
        if (artifacts == null) {
            artifacts = new ArtifactImport(
                    context.work(), context.stores().artifacts(), context.caller(), context.project());
        }
        boolean isNew = seen.isNew(
                "artifact " + artifactCount + artifact.content().content().title(), artifact);
        ArtifactImport.Stored stored = artifacts.store(artifact.content(), artifact.status(), earlier, isNew);
        created = stored.created() ? stored.id() : null;
        count(stored.changed());
    }

    @Override
    public void revision(ImportedRevision earlier) {
        revision++;
        if (created != null && artifacts != null) {
            artifacts.add(created, revision, earlier.content(), earlier.author(), earlier.createdAt());
        }
    }

    @Override
    public void skipped(String externalId) {}

    @Override
    public void problem(ImportProblem problem) {}

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

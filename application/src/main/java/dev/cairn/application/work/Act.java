package dev.cairn.application.work;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Recorded;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The context of a running use case: its caller, its time, and the changes so far. */
public final class Act {
    private Caller caller;
    private final Instant now;
    private final IdGenerator ids;
    private final ActivityLog log;
    private final List<Entry> recorded = new ArrayList<>();
    private final List<Enum<?>> counted = new ArrayList<>();

    Act(Caller caller, Instant now, IdGenerator ids, ActivityLog log) {
        this.caller = caller;
        this.now = now;
        this.ids = ids;
        this.log = log;
    }

    public Caller caller() {
        return caller;
    }

    /** Replaces the anonymous caller after a successful login or registration: what happens from now on is recorded as theirs. */
    public void identify(Caller known) {
        caller = known;
    }

    /** Returns the one time of everything that happens in this use case. */
    public Instant now() {
        return now;
    }

    public <T> Id<T> newId() {
        return ids.next();
    }

    public Deletion newDeletion() {
        return new Deletion(newId(), now);
    }

    /** Records a change of a root, as it is stored now, with its label. */
    public Entry record(ActivityType type, Recorded root) {
        return record(type, root.projectId(), root.id())
                .within(root.conversationId())
                .at(root.lifecycle())
                .with(root.label());
    }

    /** Records a change of something that is no root; {@link Entry#with} adds what it is. */
    public Entry record(ActivityType type, @Nullable Id<?> project, Id<?> subject) {
        Entry entry = new Entry(type, project, subject);
        recorded.add(entry);
        counted.add(type);
        return entry;
    }

    /** Counts an event that the log does not distinguish. */
    public void count(Enum<?> kind) {
        counted.add(kind);
    }

    /** Has the log forget the contents of a project that is about to be removed for good. */
    public void forgetProject(Id<Project> project) {
        log.forgetProject(project);
    }

    /** Has the log forget the contents of one thing, of a ticket with its tasks and comments. */
    public void forgetSubject(Id<?> subject) {
        log.forgetSubject(subject);
    }

    /** Returns the kinds to count once the transaction is stored, with the types of all recorded entries. */
    List<Enum<?>> counted() {
        return counted;
    }

    /** Has the log forget the contents of a conversation with its messages. */
    public void forgetConversation(Id<?> conversation) {
        log.forgetConversation(conversation);
    }

    List<NewActivity> recorded() {
        return recorded.stream().map(Entry::written).toList();
    }
}

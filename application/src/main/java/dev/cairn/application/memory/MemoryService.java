package dev.cairn.application.memory;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.memory.MemoryType;
import dev.cairn.domain.memory.Ranking.Ranked;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of memories. Those of an agent are for its owner and for the agent itself; those of a project for its
 * members, of whom editors write.
 */
public final class MemoryService {
    /** The age below which memories are never pruned (R48). */
    public static final Duration PRUNED_AFTER = Duration.ofDays(90);
    /** The score from which on memories are never pruned (R48). */
    public static final double PRUNED_BELOW = 0.3;

    public static final int RELEVANT_MAX = 100;

    private static final int PRUNED_MAX = 1_000;

    private final UnitOfWork work;
    private final MemoryRepository memories;
    private final AgentRepository agents;
    private final ProjectRepository projects;
    private final ConversationRepository conversations;
    private final Recall recall;

    public MemoryService(
            UnitOfWork work,
            MemoryRepository memories,
            AgentRepository agents,
            ProjectRepository projects,
            ConversationRepository conversations,
            Recall recall) {
        this.work = work;
        this.memories = memories;
        this.agents = agents;
        this.projects = projects;
        this.conversations = conversations;
        this.recall = recall;
    }

    /** A memory with its relations. */
    public record Related(Memory memory, List<MemoryRelation> relations) {
        public Related {
            relations = List.copyOf(relations);
        }
    }

    public Memory create(Caller caller, MemoryOwner owner, NewMemory command) {
        Access access = Access.write(caller);
        return work.write(caller, act -> add(act, access, owner.requireOne(), command));
    }

    /** Stores an agent's own memory, whatever its token may do otherwise. */
    public Memory learn(Caller agent, NewMemory command) {
        Access access = Access.read(agent);
        MemoryOwner itself = new MemoryOwner(Agent.id(agent.userId()), null);
        return work.write(agent, act -> add(act, access, itself, command));
    }

    private Memory add(Act act, Access access, MemoryOwner owner, NewMemory command) {
        Id<Conversation> where = command.conversationId();
        if (where != null) {
            conversations.require(Access.read(act.caller()), where);
        }
        Id<Project> project = project(access, owner.project(), true);
        Memory memory = project == null
                ? Memory.ofAgent(act.newId(), agent(act.caller(), owner.agent()), where, command.content(), act.now())
                : Memory.ofProject(act.newId(), project, where, command.content(), act.now());
        Memory stored = memories.insert(memory);
        act.record(ActivityType.MEMORY_CREATED, stored);
        return stored;
    }

    public Page<Memory> list(
            Caller caller, MemoryOwner owner, List<MemoryType> types, Archived archived, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<Project> project = project(access, owner.requireOne().project(), false);
            Id<Agent> agent = project == null ? agent(caller, owner.agent()) : null;
            return memories.page(new MemoryRepository.Filter(agent, project, List.copyOf(types), archived), page);
        });
    }

    /** Answers a memory, and counts an access (R48); when the database takes no writes, it answers without counting. */
    public Related get(Caller caller, Id<Memory> id) {
        Access access = Access.read(caller);
        try {
            return work.write(caller, act -> {
                require(caller, access, id);
                memories.accessed(List.of(id), act.now());
                return related(caller, access, memories.require(id));
            });
        } catch (Unavailable e) {
            return work.read(() -> related(caller, access, require(caller, access, id)));
        }
    }

    public Related update(Caller caller, Id<Memory> id, Expected expected, Edit<MemoryContent> edit) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Memory memory = require(caller, access, id);
            expected.check(memory.lifecycle());
            Memory wanted = memory.edit(edit.of(memory.content()), act.now());
            if (wanted.equals(memory)) {
                return related(caller, Access.read(caller), memory);
            }
            Memory stored = memories.update(wanted);
            act.record(ActivityType.MEMORY_UPDATED, stored).changed(Difference.between(memory, stored));
            return related(caller, Access.read(caller), stored);
        });
    }

    /** Deletes a memory for good: the log keeps nothing of its content. */
    public void delete(Caller caller, Id<Memory> id, Expected expected) {
        Access access = Access.write(caller);
        work.write(caller, act -> {
            Memory memory = require(caller, access, id);
            expected.check(memory.lifecycle());
            Memory deleted = memories.update(memory.delete(act.newDeletion()));
            act.forgetSubject(id);
            act.record(ActivityType.MEMORY_DELETED, deleted);
            return deleted;
        });
    }

    /**
     * Answers the memories that matter now, with the reasons (R48); it does not count as reading them.
     *
     * @param where the current conversation
     * @param text the search text
     */
    public List<Ranked> relevant(
            Caller caller, MemoryOwner owner, @Nullable Id<Conversation> where, @Nullable String text, int limit) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<Project> project = project(access, owner.requireSome().project(), false);
            Id<Agent> agent = owner.agent() == null ? null : agent(caller, owner.agent());
            return recall.ranked(agent, project, where, text, work.now(), Math.clamp(limit, 1, RELEVANT_MAX));
        });
    }

    /** Archives the memories of one owner that are older than 90 days with a score below 0.3, never critical ones (R48). */
    public Pruned prune(Caller caller, MemoryOwner owner, boolean dryRun) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Id<Project> project = project(access, owner.requireOne().project(), true);
            Id<Agent> agent = project == null ? agent(caller, owner.agent()) : null;
            Instant before = act.now().minus(PRUNED_AFTER);
            List<Memory> found = memories.findPrunable(agent, project, before, PRUNED_BELOW, PRUNED_MAX + 1);
            List<Memory> some = found.stream().limit(PRUNED_MAX).toList();
            List<Id<Memory>> ids = some.stream().map(Memory::id).toList();
            if (!dryRun) {
                memories.archiveAll(ids, act.now());
                some.forEach(memory -> archived(act, memory));
            }
            return new Pruned(ids, dryRun, found.size() > PRUNED_MAX);
        });
    }

    private static void archived(Act act, Memory memory) {
        Memory archived = memory.archive(act.now());
        act.record(ActivityType.MEMORY_ARCHIVED, archived)
                .at(archived.lifecycle().stored())
                .changed(Difference.between(memory, archived));
    }

    /** Stores a relation between two memories. */
    public MemoryRelation relate(Caller caller, MemoryRelation relation) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Memory from = require(caller, access, relation.fromId());
            Memory to = require(caller, access, relation.toId());
            if (from.id().equals(to.id())) {
                throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "toId", "A memory has no relation to itself");
            }
            memories.relate(act.newId(), relation);
            String kind = Wire.of(relation.kind());
            if (isOfSame(from, to)) {
                act.record(ActivityType.MEMORY_RELATED, from)
                        .with("to", to.id().toString())
                        .with("kind", kind);
            } else {
                act.record(ActivityType.MEMORY_RELATED, from).with("kind", kind);
                act.record(ActivityType.MEMORY_RELATED, to).with("kind", kind);
            }
            return relation;
        });
    }

    public void unrelate(Caller caller, Id<Memory> from, Id<Memory> to) {
        Access access = Access.write(caller);
        work.write(caller, act -> {
            Memory memory = require(caller, access, from);
            if (!memories.unrelate(from, to)) {
                throw NotFound.of("relation", to);
            }
            Optional<Memory> other = memories.findAny(to);
            if (other.filter(found -> isOfSame(memory, found)).isPresent()) {
                act.record(ActivityType.MEMORY_UNRELATED, memory).with("to", to.toString());
            } else {
                act.record(ActivityType.MEMORY_UNRELATED, memory);
                other.ifPresent(found -> act.record(ActivityType.MEMORY_UNRELATED, found));
            }
            return memory;
        });
    }

    private static boolean isOfSame(Memory one, Memory other) {
        return Objects.equals(one.projectId(), other.projectId()) && Objects.equals(one.agentId(), other.agentId());
    }

    /** Leaves out relations with memories that the caller does not see. */
    private Related related(Caller caller, Access access, Memory memory) {
        return new Related(
                memory,
                memories.relationsOf(memory.id()).stream()
                        .filter(relation -> isSeen(
                                caller,
                                access,
                                relation.fromId().equals(memory.id()) ? relation.toId() : relation.fromId()))
                        .toList());
    }

    private boolean isSeen(Caller caller, Access access, Id<Memory> id) {
        try {
            var _ = require(caller, access, id);
            return true;
        } catch (NotFound | Denied e) {
            return false;
        }
    }

    private Memory require(Caller caller, Access access, Id<Memory> id) {
        Memory memory = memories.require(id);
        Id<Project> project = memory.projectId();
        try {
            if (project != null) {
                Project found = projects.require(access, project);
                if (access.right() != Right.READ) {
                    var _ = found.requireWritable();
                }
            } else {
                agent(caller, memory.agentId());
            }
        } catch (NotFound e) {
            throw NotFound.of(memories.kind(), id);
        }
        return memory;
    }

    private @Nullable Id<Project> project(Access access, @Nullable ProjectRef ref, boolean writes) {
        if (ref == null) {
            return null;
        }
        Project project = projects.require(access, ref);
        return writes ? project.requireWritable().id() : project.id();
    }

    /** Returns the caller itself or an agent of the caller's; {@code not_found} for any other agent, and for null. */
    private Id<Agent> agent(Caller caller, @Nullable Id<Agent> id) {
        if (id == null) {
            throw NotFound.of(agents.kind(), new Id<>(0));
        }
        return caller.userId().equals(new Id<>(id.value()))
                ? agents.require(id).id()
                : agents.require(caller.requireUnlimited().userId(), id).id();
    }
}

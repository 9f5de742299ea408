package dev.cairn.http.agent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.MemoryService;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.memory.Pruned;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.memory.MemoryType;
import dev.cairn.domain.memory.Ranking.Ranked;
import dev.cairn.domain.memory.Ranking.Why;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Items;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Within;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of the memories of agents and projects (R48). */
@Routes(HttpSettings.BASE + "/memories")
class MemoryController {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));
    private static final int LIMIT_DEFAULT = 10;
    private static final int TEXT_MAX = 1_000;

    private final MemoryService memories;

    MemoryController(MemoryService memories) {
        this.memories = memories;
    }

    /** A new memory, of an agent or of a project. */
    @Introspected
    record Remembered(
            @Nullable Id<Agent> agentId,
            @Nullable String project,
            @Nullable Id<Conversation> conversationId,
            @JsonUnwrapped Partial<MemoryContent> memory) {
        MemoryOwner owner() {
            return new MemoryOwner(agentId, project == null ? null : ProjectRef.parse(project));
        }
    }

    /** The query of a list: whose memories, and which of them. */
    @Introspected
    record Wanted(
            @Nullable Id<Agent> agent,
            @Nullable ProjectRef project,
            List<MemoryType> type,
            @Nullable Archived archived,
            Paging paging) {}

    /** The query of a search. */
    @Introspected
    record Sought(
            @Nullable Id<Agent> agent,
            @Nullable ProjectRef project,
            @Nullable Id<Conversation> conversation,
            @Longest(TEXT_MAX) @Nullable String q,

            @Within(min = 1, max = MemoryService.RELEVANT_MAX, absent = LIMIT_DEFAULT)
            int limit) {}

    /** The owner whose memories are pruned. */
    @Introspected
    record Pruning(@Nullable Id<Agent> agentId, @Nullable String project, boolean dryRun) {
        MemoryOwner owner() {
            return new MemoryOwner(agentId, project == null ? null : ProjectRef.parse(project));
        }
    }

    /** The kind of a relation between two memories. */
    @Introspected
    record Relating(RelationKind kind) {}

    /** A memory with what it is to others. */
    record RelatedMemory(@JsonUnwrapped Memory memory, List<MemoryRelation> relations) {
        static RelatedMemory of(MemoryService.Related found) {
            return new RelatedMemory(found.memory(), found.relations());
        }
    }

    /** A memory with the reasons why it stands where it does. */
    record RelevantMemory(@JsonUnwrapped Memory memory, Why why) {
        static RelevantMemory of(Ranked ranked) {
            return new RelevantMemory(ranked.memory(), ranked.why());
        }
    }

    @Post
    @Idempotent
    Created<RelatedMemory> create(Caller caller, @Body Remembered body) {
        NewMemory command = new NewMemory(body.memory().create("content", MemoryContent::of), body.conversationId());
        Memory memory = memories.create(caller, body.owner(), command);
        return Created.at("/memories/" + memory.id(), new RelatedMemory(memory, List.of()), memory.lifecycle());
    }

    @Get
    ListBody<Memory> list(Caller caller, @RequestBean Wanted wanted) {
        return ListBody.of(memories.list(
                caller,
                new MemoryOwner(wanted.agent(), wanted.project()),
                wanted.type(),
                wanted.archived() == null ? Archived.NO : wanted.archived(),
                wanted.paging().by(MemoryRepository.SORTS, NEWEST)));
    }

    @Get("/relevant")
    Items<RelevantMemory> relevant(Caller caller, @RequestBean Sought sought) {
        MemoryOwner owner = new MemoryOwner(sought.agent(), sought.project());
        var found = memories.relevant(caller, owner, sought.conversation(), sought.q(), sought.limit());
        return new Items<>(found.stream().map(RelevantMemory::of).toList());
    }

    @Post("/prune")
    @Idempotent
    Pruned prune(Caller caller, @Body Pruning body) {
        return memories.prune(caller, body.owner(), body.dryRun());
    }

    /** Gets a memory whole: the number of its reads changes while its version stays. */
    @Get("/{memory}")
    Versioned<RelatedMemory> get(Caller caller, Id<Memory> memory) {
        MemoryService.Related found = memories.get(caller, memory);
        return Versioned.whole(RelatedMemory.of(found), found.memory().lifecycle());
    }

    @Patch("/{memory}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<RelatedMemory> update(
            Caller caller, Id<Memory> memory, @Body Partial<MemoryContent> patch, Expected expected) {
        MemoryService.Related updated = memories.update(caller, memory, expected, patch);
        return Versioned.of(RelatedMemory.of(updated), updated.memory().lifecycle());
    }

    @Delete("/{memory}")
    void delete(Caller caller, Id<Memory> memory, Expected expected) {
        memories.delete(caller, memory, expected);
    }

    @Put("/{memory}/relations/{other}")
    MemoryRelation relate(Caller caller, Id<Memory> memory, Id<Memory> other, @Body Relating body) {
        return memories.relate(caller, new MemoryRelation(memory, other, body.kind()));
    }

    @Delete("/{memory}/relations/{other}")
    void unrelate(Caller caller, Id<Memory> memory, Id<Memory> other) {
        memories.unrelate(caller, memory, other);
    }
}

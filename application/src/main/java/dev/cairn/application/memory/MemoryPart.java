package dev.cairn.application.memory;

import dev.cairn.application.memory.TravellingMemory.Relation;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Exports and imports the memories of a project with their relations. */
public record MemoryPart(MemoryRepository memories) implements PlainPart<TravellingMemory> {
    private static final Sort OLDEST_FIRST = Sort.by(Sort.asc("createdAt"));

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Class<TravellingMemory> content() {
        return TravellingMemory.class;
    }

    @Override
    public List<TravellingMemory> exported(Access access, Id<Project> project) {
        Map<Id<Memory>, String> said = new HashMap<>();
        List<MemoryRelation> relations = memories.relationsIn(project);
        List<TravellingMemory> all = new ArrayList<>();
        for (Memory memory : all(project)) {
            all.add(new TravellingMemory(
                    memory.content(),
                    memory.lifecycle().createdAt(),
                    memory.lifecycle().archivedAt(),
                    relations(memory, relations, said)));
            said.put(memory.id(), memory.content().content());
        }
        return all;
    }

    private List<Memory> all(Id<Project> project) {
        MemoryRepository.Filter filter = new MemoryRepository.Filter(null, project, List.of(), Archived.ANY);
        List<Memory> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, OLDEST_FIRST, false);
        Page<Memory> page;
        do {
            page = memories.page(filter, request);
            all.addAll(page.items());
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
        return all;
    }

    /** @param earlier those that were written already */
    private static List<Relation> relations(
            Memory memory, List<MemoryRelation> relations, Map<Id<Memory>, String> earlier) {
        List<Relation> some = new ArrayList<>();
        for (MemoryRelation each : relations) {
            boolean incoming = each.toId().equals(memory.id());
            String other = earlier.get(incoming ? each.fromId() : each.toId());
            if (other != null && (incoming || each.fromId().equals(memory.id()))) {
                some.add(new Relation(each.kind(), other, incoming));
            }
        }
        return some;
    }

    @Override
    public boolean imported(Act act, Id<Project> project, TravellingMemory brought) {
        Memory known = memories.findSaying(project, brought.memory().content()).orElse(null);
        boolean changed = known == null || !known.content().equals(brought.memory());
        Memory stored = known == null ? created(act, project, brought) : edited(act, known, brought);
        for (Relation relation : Objects.requireNonNull(brought.relations())) {
            memories.findSaying(project, relation.other())
                    .map(other -> relation.incoming()
                            ? new MemoryRelation(other.id(), stored.id(), relation.kind())
                            : new MemoryRelation(stored.id(), other.id(), relation.kind()))
                    .ifPresent(between -> memories.relate(act.newId(), between));
        }
        return changed;
    }

    private Memory created(Act act, Id<Project> project, TravellingMemory brought) {
        Instant created = brought.createdAt() == null ? act.now() : brought.createdAt();
        Memory memory = memories.insert(Memory.ofProject(act.newId(), project, null, brought.memory(), created)
                .withLifecycle(new Lifecycle(0, created, created, brought.archivedAt(), null, null)));
        act.record(ActivityType.MEMORY_CREATED, memory);
        return memory;
    }

    private Memory edited(Act act, Memory known, TravellingMemory brought) {
        Memory edited = known.edit(brought.memory(), act.now());
        if (edited.equals(known)) {
            return known;
        }
        Memory stored = memories.update(edited);
        act.record(ActivityType.MEMORY_UPDATED, stored).changed(Difference.between(known, stored));
        return stored;
    }
}

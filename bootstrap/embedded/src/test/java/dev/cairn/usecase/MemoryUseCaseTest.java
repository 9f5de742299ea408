package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.memory.Pruned;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.memory.Importance;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.memory.Ranking.Ranked;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents and projects remember (R48). */
class MemoryUseCaseTest extends UseCaseTest {
    private static final int READERS = 8;

    private final MemoryOwner ofProject = new MemoryOwner(null, CRN);
    private MemoryOwner ofAgent = ofProject;

    @BeforeEach
    void agent() {
        Id<Agent> agent = services.agents()
                .create(owner, CreateAgent.of("Ada", "helper"))
                .agent()
                .id();
        ofAgent = new MemoryOwner(agent, null);
    }

    private Memory keep(MemoryOwner whose, MemoryContent content) {
        return services.memories().create(owner, whose, new NewMemory(content, null));
    }

    private Memory keep(String text, double score) {
        return keep(ofAgent, MemoryContent.of(text).withScore(score));
    }

    /** R9 */
    @Test
    void eachSortLeadsThroughAllPagesInBothDirections() {
        List<Id<Memory>> all = List.of(
                keep("low", 0.1).id(),
                keep("same", 0.5).id(),
                keep("same", 0.5).id(),
                keep("high", 0.9).id());
        for (String name : MemoryRepository.SORTS) {
            for (String sort : List.of(name, "-" + name)) {
                PageRequest first = new PageRequest(1, null, Sort.parse(sort, MemoryRepository.SORTS), false);
                List<Id<Memory>> seen = new ArrayList<>();
                @Nullable String next = "";
                while (next != null) {
                    PageRequest request = next.isEmpty() ? first : first.at(next);
                    Page<Memory> page = services.memories().list(owner, ofAgent, List.of(), Archived.NO, request);
                    page.items().forEach(memory -> seen.add(memory.id()));
                    next = page.nextCursor();
                }
                assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    /** R48 */
    @Test
    void whatCountsMoreComesFirstAndOfEqualOnesTheNewest() {
        Memory low = keep("low", 0.1);
        Memory first = keep("same", 0.5);
        Memory second = keep("same", 0.5);
        Memory high = keep("high", 0.9);
        List<Ranked> ranked = services.memories().relevant(owner, ofAgent, null, null, 10);
        assertThat(ranked)
                .extracting(each -> each.memory().id())
                .containsExactly(high.id(), second.id(), first.id(), low.id());
        assertThat(ranked.getFirst().why().score()).isEqualTo(0.9);
        assertThat(ranked.getFirst().why().total())
                .isGreaterThan(ranked.get(1).why().total());
    }

    /** R48: whoever else is in the project reads what the agent says there. */
    @Test
    void inAProjectAnAgentIsToldNothingThatItLearnedElsewhere() {
        ProjectRef elsewhere = ProjectRef.of(services.projects()
                .create(owner, CreateProject.of("ELS", "Elsewhere"))
                .id());
        Memory here =
                learned(services.conversations().defaultChannel(owner, CRN).id());
        Memory there = learned(
                services.conversations().defaultChannel(owner, elsewhere).id());
        Memory alone = learned(services.conversations()
                .begin(
                        owner,
                        new CreateConversation(
                                ConversationKind.CHAT, null, null, Purpose.GENERAL, List.of(), List.of()))
                .shown()
                .conversation()
                .id());
        Memory general = keep("general", 0.5);
        Memory ofTheProject = keep(ofProject, MemoryContent.of("shared"));
        assertThat(relevant(new MemoryOwner(ofAgent.agent(), CRN)))
                .containsExactlyInAnyOrder(here.id(), general.id(), ofTheProject.id());
        assertThat(relevant(new MemoryOwner(ofAgent.agent(), elsewhere)))
                .containsExactlyInAnyOrder(there.id(), general.id());
        assertThat(relevant(ofAgent)).containsExactlyInAnyOrder(here.id(), there.id(), alone.id(), general.id());
    }

    private Memory learned(Id<Conversation> where) {
        return services.memories().create(owner, ofAgent, new NewMemory(MemoryContent.of("learned"), where));
    }

    private List<Id<Memory>> relevant(MemoryOwner whose) {
        return services.memories().relevant(owner, whose, null, null, 10).stream()
                .map(each -> each.memory().id())
                .toList();
    }

    /** R48 */
    @Test
    void whatIsLookedForAndWhatIsNewCountsToo() {
        keep("The owner drinks tea", 0.5);
        clock.advance(Duration.ofDays(60));
        Memory coffee = keep("The owner drinks coffee", 0.5);
        assertThat(services.memories()
                        .relevant(owner, ofAgent, null, null, 1)
                        .getFirst()
                        .memory()
                        .id())
                .isEqualTo(coffee.id());
        Ranked found = services.memories()
                .relevant(owner, ofAgent, null, "green tea", 10)
                .getLast();
        assertThat(found.why().words()).isEqualTo(0.5);
        assertThat(found.why().recency()).isLessThan(0.2);
    }

    /** R48 */
    @Test
    void readingCountsHoweverManyReadAtOnce() throws Exception {
        Memory memory = keep("often", 0.5);
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(threads.submit(() -> services.memories().get(owner, memory.id())));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
        Memory read = services.memories().get(owner, memory.id()).memory();
        assertThat(read.accessCount()).isEqualTo(READERS + 1);
        assertThat(read.lifecycle().version()).isEqualTo(memory.lifecycle().version());
    }

    /** R48 */
    @Test
    void pruningArchivesWhatIsOldAndCountsLittleButNothingCritical() {
        Memory old = keep("old", 0.29);
        Memory counts = keep("counts", 0.3);
        Memory critical =
                keep(ofAgent, MemoryContent.of("critical").withScore(0).withImportance(Importance.CRITICAL));
        Memory project = keep(ofProject, MemoryContent.of("elsewhere").withScore(0));
        clock.advance(Duration.ofDays(90));
        assertThat(services.memories().prune(owner, ofAgent, true).memories()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        Pruned dry = services.memories().prune(owner, ofAgent, true);
        assertThat(dry.memories()).containsExactly(old.id());
        assertThat(archived(old)).isFalse();
        assertThat(services.memories().prune(owner, ofAgent, false).memories()).containsExactly(old.id());
        assertThat(archived(old)).isTrue();
        assertThat(List.of(counts, critical, project)).noneMatch(this::archived);
        assertThat(services.memories().prune(owner, ofAgent, false).memories()).isEmpty();
    }

    private boolean archived(Memory memory) {
        return services.memories().get(owner, memory.id()).memory().lifecycle().archived();
    }

    /** R48 */
    @Test
    void aMemorySupportsContradictsOrRefinesAnother() {
        Memory one = keep("one", 0.5);
        Memory two = keep("two", 0.5);
        services.memories().relate(owner, new MemoryRelation(one.id(), two.id(), RelationKind.SUPPORTS));
        MemoryRelation refines = new MemoryRelation(one.id(), two.id(), RelationKind.REFINES);
        services.memories().relate(owner, refines);
        assertThat(services.memories().get(owner, two.id()).relations()).containsExactly(refines);
        services.memories().unrelate(owner, one.id(), two.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.memories().unrelate(owner, one.id(), two.id()));
    }

    /** R6 */
    @Test
    void memoriesOfAnAgentAreItsOwnersAndThoseOfAProjectItsMembers() {
        Memory ofTheAgent = keep("secret", 0.5);
        Memory ofTheProject = keep(ofProject, MemoryContent.of("shared"));
        Caller viewer = member("Vic", Role.VIEWER);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.memories().get(viewer, ofTheAgent.id()));
        assertThat(services.memories()
                        .get(viewer, ofTheProject.id())
                        .memory()
                        .content()
                        .content())
                .isEqualTo("shared");
        assertRefused(
                ErrorCode.ROLE_REQUIRED,
                () -> services.memories()
                        .update(
                                viewer,
                                ofTheProject.id(),
                                dev.cairn.domain.kernel.Expected.ANY,
                                content -> content.withScore(1)));
    }
}

package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.testkit.ScriptedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Any two use cases that meet at one ticket, task, queue or project come out as if one had come after the other (G0): both answers
 * are those of one of the two orders, and the tables keep the rules. The short form races some of all pairs, other ones each
 * time; {@code -Dcairn.seed} repeats the choice, and {@code -Dcairn.rounds} makes the long form longer.
 */
class PairsUseCaseTest extends UseCaseTest {
    private static final int ROUNDS = Integer.getInteger("cairn.rounds", 1);
    /** A contradiction stays where it is: each race has a project of its own. */
    private static final int RACES_PER_CHECK = 40;

    private static final long SEED = Long.getLong("cairn.seed", System.nanoTime());
    /** What the orders answer is the same for both engines. */
    private static final Map<Pair, List<Answers>> ORDERS = new ConcurrentHashMap<>();

    private final Set<String> broken = new HashSet<>();

    private record Pair(RacedOperation one, RacedOperation two, RacedWorld.State state) {}

    /** Two imports of one server into one project have no order: the second is refused, and may be sent again. */
    private record Answers(String one, String two) {
        boolean refusedImport() {
            return one.equals("import_running") || two.equals("import_running");
        }
    }

    /** What agents say would come whenever it likes. */
    @BeforeEach
    void withoutAnswers() {
        cairn.close();
        cairn = Cairn.open(openedWith(), Map.of(), silent());
        services = cairn;
    }

    private static ScriptedModel silent() {
        return new ScriptedModel().stalls(new CountDownLatch(1));
    }

    @Test
    void twoUseCasesComeOutAsIfOneHadComeAfterTheOther() throws Exception {
        List<Pair> pairs = pairs();
        race(pairs.subList(0, Math.min(drawn(), pairs.size())));
    }

    @Test
    @Tag("slow")
    void anyTwoUseCasesComeOutAsIfOneHadComeAfterTheOther() throws Exception {
        race(pairs());
    }

    private void race(List<Pair> pairs) throws Exception {
        List<Pair> raced = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        CyclicBarrier start = new CyclicBarrier(2);
        try (Orders orders = new Orders();
                ExecutorService second = Executors.newSingleThreadExecutor()) {
            for (Pair pair : pairs) {
                RacedWorld world = RacedWorld.make(cairn, clock, number++, pair.state());
                Future<String> two = second.submit(() -> {
                    start.await();
                    return pair.two().answer(world);
                });
                start.await();
                Answers answers = new Answers(pair.one().answer(world), two.get());
                List<Answers> explained = orders.of(pair);
                if (!explained.contains(answers) && !answers.refusedImport()) {
                    wrong.add("%s: %s, not one of %s".formatted(pair, answers, explained));
                }
                raced.add(pair);
                if (raced.size() == RACES_PER_CHECK) {
                    wrong.addAll(contradictions(raced));
                    raced.clear();
                }
            }
            wrong.addAll(contradictions(raced));
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** Which rules the races broke, each named once. */
    private List<String> contradictions(List<Pair> raced) {
        return broken(database).stream()
                .filter(broken::add)
                .map(rule -> rule + " after one of " + raced)
                .toList();
    }

    private static Set<String> broken(DatabaseOptions database) {
        return Cairn.administration(CairnOptions.of(database)).verify().contradictions().stream()
                .map(Contradiction::invariant)
                .collect(Collectors.toSet());
    }

    /** This test looks for itself. */
    @Override
    boolean keepsTheRules() {
        return false;
    }

    /** How many of the pairs, drawn anew each time, the short form races. */
    int drawn() {
        return 300;
    }

    private List<Pair> pairs() {
        Random random = new Random(SEED);
        List<Pair> pairs = new ArrayList<>();
        RacedWorld.State[] states = RacedWorld.State.values();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < RacedOperation.ALL.size(); i++) {
                for (int j = i; j < RacedOperation.ALL.size(); j++) {
                    pairs.add(new Pair(
                            RacedOperation.ALL.get(i),
                            RacedOperation.ALL.get(j),
                            states[random.nextInt(states.length)]));
                }
            }
        }
        Collections.shuffle(pairs, random);
        return pairs;
    }

    /** What the two orders answer: on a SQLite file, which has one writer. */
    private final class Orders implements AutoCloseable {
        private final MutableClock time = new MutableClock();
        private final DatabaseOptions database = new DatabaseOptions.Sqlite(directory.resolve("serial.db"), true);
        private final Cairn serial = Cairn.open(CairnOptions.of(database).withClock(time), Map.of(), silent());
        private int number;

        List<Answers> of(Pair pair) {
            return ORDERS.computeIfAbsent(pair, this::run);
        }

        private List<Answers> run(Pair pair) {
            RacedWorld first = RacedWorld.make(serial, time, number++, pair.state());
            Answers oneThenTwo =
                    new Answers(pair.one().answer(first), pair.two().answer(first));
            RacedWorld second = RacedWorld.make(serial, time, number++, pair.state());
            String two = pair.two().answer(second);
            return List.of(oneThenTwo, new Answers(pair.one().answer(second), two));
        }

        @Override
        public void close() {
            serial.close();
        }
    }
}

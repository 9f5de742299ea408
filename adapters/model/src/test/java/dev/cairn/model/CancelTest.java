package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Question;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.model.fake.FakeProvider;
import dev.cairn.model.fake.Scenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers that somebody ends, that do not end, and many at once (L3–L5, L10). */
class CancelTest {
    private static final ModelLimits PATIENT = new ModelLimits(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            1024 * 1024,
            64L * 1024 * 1024,
            16 * 1024);
    private static final int MANY = 300;
    private static final int THREADS_MAX = 60;
    private static final long WAIT_SECONDS = 60;

    private final HttpModel model = Providers.model(PATIENT);

    @Test
    void whoCancelsInAStallClosesTheConnection() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            CountDownLatch half = new CountDownLatch(10);
            Cancellation cancellation = new Cancellation();
            Future<Answer> answer = asked(fake, Scenario.STALL, _ -> half.countDown(), cancellation);
            assertThat(half.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertThat(fake.sawSomebodyLeave(WAIT_SECONDS)).isTrue();
            assertThat(answer.get().finishReason()).isEqualTo(FinishReason.CANCELLED);
            assertThat(answer.get().text()).isEqualTo(String.join("", FakeProvider.TOKENS.subList(0, 10)));
        }
    }

    @Test
    void whoCancelsBeforeTheFirstTokenClosesTheConnection() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            Cancellation cancellation = new Cancellation();
            Future<Answer> answer = asked(fake, Scenario.SILENT, AnswerListener.none(), cancellation);
            while (fake.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
            assertThat(fake.sawSomebodyLeave(WAIT_SECONDS)).isTrue();
            assertThat(answer.get().finishReason()).isEqualTo(FinishReason.CANCELLED);
            assertThat(answer.get().text()).isEmpty();
        }
    }

    @Test
    void whoCancelsAnEndlessAnswerOrFailsAsItsListenerEndsIt() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            Cancellation cancellation = new Cancellation();
            CountDownLatch some = new CountDownLatch(50);
            Future<Answer> answer = asked(
                    fake,
                    Scenario.ENDLESS,
                    _ -> {
                        some.countDown();
                        if (some.getCount() == 0) {
                            cancellation.cancel();
                        }
                    },
                    cancellation);
            assertThat(answer.get(WAIT_SECONDS, TimeUnit.SECONDS).finishReason())
                    .isEqualTo(FinishReason.CANCELLED);
            assertThat(fake.sawSomebodyLeave(WAIT_SECONDS)).isTrue();
            Future<Answer> failing = asked(
                    fake,
                    Scenario.ENDLESS,
                    _ -> {
                        throw new IllegalStateException("I have heard enough");
                    },
                    new Cancellation());
            assertThat(failing)
                    .failsWithin(Duration.ofSeconds(WAIT_SECONDS))
                    .withThrowableThat()
                    .havingCause()
                    .withMessage("I have heard enough");
            assertThat(fake.sawSomebodyLeave(WAIT_SECONDS)).isTrue();
        }
    }

    @Test
    void whoHasCancelledAsksNobody() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();
            Answer answer = asked(fake, Scenario.COUNT, AnswerListener.none(), cancellation)
                    .get();
            assertThat(answer.finishReason()).isEqualTo(FinishReason.CANCELLED);
            assertThat(fake.requests()).isEmpty();
        }
    }

    /** L4 */
    @Test
    void anEndlessAnswerIsCutAtTheLongestMessage() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            Answer answer = asked(fake, Scenario.ENDLESS, AnswerListener.none(), new Cancellation())
                    .get();
            assertThat(answer.finishReason()).isEqualTo(FinishReason.LENGTH);
            assertThat(Objects.requireNonNull(answer.failure()).kind()).isEqualTo(FailureKind.TOO_LARGE);
            assertThat(answer.text().codePointCount(0, answer.text().length())).isEqualTo(Message.CONTENT_MAX);
        }
    }

    /** L3 */
    @Test
    void anAnswerThatIsAlwaysBusyEndsAfterItsTime() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            ModelLimits brief = new ModelLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(900),
                    1024 * 1024,
                    64L * 1024 * 1024,
                    16 * 1024);
            Answer answer = Providers.model(brief)
                    .ask(
                            Providers.at(ProviderType.CUSTOM, fake.url() + "/slow/v1"),
                            Question.of("Slowly"),
                            AnswerListener.none(),
                            new Cancellation());
            assertThat(Objects.requireNonNull(answer.failure()).kind()).isEqualTo(FailureKind.TOO_LONG);
            assertThat(String.join("", FakeProvider.TOKENS)).startsWith(answer.text());
        }
    }

    /** L3 */
    @Test
    void aHealthyAnswerMayTakeLongerThanSilenceMay() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            Answer answer = Providers.model(Providers.LIMITS)
                    .ask(
                            Providers.at(ProviderType.CUSTOM, fake.url() + "/slow/v1"),
                            Question.of("Slowly"),
                            AnswerListener.none(),
                            new Cancellation());
            assertThat(answer.text()).isEqualTo(String.join("", FakeProvider.TOKENS));
            assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
        }
    }

    /** L10 */
    @Test
    void threeHundredAnswersAtOnceTakeFewThreads() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0);
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = ManagementFactory.getThreadMXBean().getThreadCount();
            CountDownLatch waiting = new CountDownLatch(MANY * 10);
            Cancellation cancellation = new Cancellation();
            List<Callable<Answer>> questions = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                questions.add(() -> model.ask(
                        Providers.at(ProviderType.CUSTOM, fake.url() + "/stall/v1"),
                        Question.of("All at once"),
                        _ -> waiting.countDown(),
                        cancellation));
            }
            List<Future<Answer>> answers =
                    questions.stream().map(workers::submit).toList();
            assertThat(waiting.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - before;
            cancellation.cancel();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().finishReason()).isEqualTo(FinishReason.CANCELLED);
            }
            assertThat(more).isLessThan(THREADS_MAX);
        }
    }

    private Future<Answer> asked(
            FakeProvider fake, Scenario scenario, AnswerListener listener, Cancellation cancellation) {
        FutureTask<Answer> task = new FutureTask<>(() -> model.ask(
                Providers.at(ProviderType.CUSTOM, fake.url() + "/" + scenario.path() + "/v1"),
                Question.of("Say something"),
                listener,
                cancellation));
        Thread.ofVirtual().start(task);
        return task;
    }
}

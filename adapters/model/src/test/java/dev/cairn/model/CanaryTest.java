package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.ProbeResult;
import dev.cairn.application.model.Question;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.model.fake.FakeProvider;
import dev.cairn.model.fake.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The key is in no text, whatever the provider does with it, and in no log at its finest level (L9, L12, P19, T6). */
class CanaryTest {
    @Test
    void theKeyIsInNoTextAndInNoLog() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<String> texts = new ArrayList<>();
        try (FakeProvider fake = FakeProvider.start(0)) {
            HttpModel model = Providers.model(Providers.LIMITS);
            for (Scenario scenario : List.of(
                    Scenario.COUNT,
                    Scenario.UNAUTHORIZED,
                    Scenario.INVALID,
                    Scenario.ECHO_KEY,
                    Scenario.SAY_KEY,
                    Scenario.REDIRECT,
                    Scenario.CUT)) {
                ModelProvider provider = Providers.at(ProviderType.CUSTOM, fake.url() + "/" + scenario.path() + "/v1");
                Answer answer = model.ask(provider, Question.of("Hi"), AnswerListener.none(), new Cancellation());
                ProbeResult tried = model.probe(provider);
                texts.addAll(List.of(answer.toString(), tried.toString(), provider.toString()));
            }
            assertThat(fake.requests()).allMatch(request -> request.headers().containsValue("Bearer " + Providers.KEY));
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        log.list.forEach(event -> texts.add(event.getFormattedMessage()));
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("canary", "3f9a1c77"));
    }

    /** However it is torn apart, the key is not told, and all else is. */
    @Test
    void whatIsSaidInPartsHoldsNoKey() {
        ProviderKey key = new ProviderKey("sk-sk-canary-sk");
        String text = "sk-sk-sk-canary-sk sk-sk-canar and sk-sk-canary-sk.";
        for (int step = 1; step <= text.length(); step++) {
            KeyFilter filter = new KeyFilter(key);
            StringBuilder told = new StringBuilder();
            for (int i = 0; i < text.length(); i += step) {
                told.append(filter.next(text.substring(i, Math.min(text.length(), i + step))));
            }
            assertThat(told.append(filter.rest())).as("parts of %d", step).hasToString("sk-*** sk-sk-canar and ***.");
        }
        KeyFilter cut = new KeyFilter(key);
        assertThat(cut.next("It is sk-sk-can") + cut.rest()).isEqualTo("It is ***");
        assertThat(new KeyFilter(new ProviderKey("key")).next("the key")).isEqualTo("the key");
    }

    @Test
    void partsOfTheKeyGoToo() {
        Scrubber scrubber = new Scrubber(new ProviderKey(Providers.KEY));
        assertThat(scrubber.clean("It began with " + Providers.KEY.substring(0, 12) + ", I think"))
                .doesNotContain("CANARY");
        assertThat(scrubber.clean("it is " + Providers.KEY.toLowerCase(Locale.ROOT)))
                .isEqualTo("it is ***");
        assertThat(scrubber.clean("No such model")).isEqualTo("No such model");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void aTrialSaysWhetherTheProviderAnswers(ProviderType type) throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            HttpModel model = Providers.model(Providers.LIMITS);
            assertThat(model.probe(Providers.at(type, fake.url().toString())).ok())
                    .isTrue();
            assertThat(fake.requests().getLast().text())
                    .contains("\"stream\":false")
                    .contains(":1");
            ProbeResult failed = model.probe(
                    Providers.at(type, fake.url() + "/failing" + (type == ProviderType.OLLAMA ? "" : "/v1")));
            assertThat(failed.ok()).isFalse();
            assertThat(failed.kind()).isNotNull();
            assertThat(failed.message()).isNotBlank();
        }
    }
}

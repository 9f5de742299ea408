package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of nouns and verbs is complete, and says what there is. */
class NounTest {
    /** What has a command of its own, or is for browsers and programs: people log in with a browser. */
    private static final EnumSet<Operation> ELSEWHERE = EnumSet.of(
            Operation.IMPORT_FILE,
            Operation.IMPORT_SYSTEM,
            Operation.EXPORT_PROJECT,
            Operation.EXPORT_PROMPTS,
            Operation.IMPORT_PROMPTS,
            Operation.LIST_READY_TICKETS,
            Operation.LIST_OVERVIEWS,
            Operation.MAKE_PACK,
            Operation.CREATE_BROWSER_LINK,
            Operation.OPEN_BROWSER_SESSION,
            Operation.END_BROWSER_SESSION,
            Operation.LOG_IN,
            Operation.LOG_OUT,
            Operation.LOG_OUT_EVERYWHERE,
            Operation.CHANGE_PASSWORD,
            Operation.REGISTER,
            Operation.LIST_SESSIONS,
            Operation.END_SESSION,
            Operation.FOLLOW_EVENTS,
            Operation.FOLLOW_RUN,
            Operation.GET_INDEX,
            Operation.START_INDEX,
            Operation.GET_LIVENESS,
            Operation.GET_METRICS,
            Operation.GET_READINESS);

    private static Stream<Verb> verbs() {
        return Stream.concat(Noun.ALL.stream(), Noun.WORDS.stream()).flatMap(noun -> noun.verbs().stream());
    }

    @Test
    void everyOperationHasAVerb() {
        EnumSet<Operation> missing = EnumSet.complementOf(ELSEWHERE);
        verbs().forEach(verb -> {
            missing.remove(verb.operation());
            verb.inProject().ifPresent(missing::remove);
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void noTwoVerbsOfANounAreTheSame() {
        for (Noun noun : Noun.ALL) {
            assertThat(noun.verbs()).extracting(Verb::name).doesNotHaveDuplicates();
        }
        assertThat(Stream.concat(Noun.ALL.stream(), Noun.WORDS.stream()).map(Noun::name))
                .doesNotHaveDuplicates();
    }

    /** Only the first argument of a command may be left out, so that what is given is never taken for another thing. */
    @Test
    void argumentsAreFieldsThatTheOperationTakes() {
        verbs().forEach(verb -> {
            Operation operation = verb.operation();
            var types = Inputs.of(operation.body == null ? operation.query : operation.body);
            assertThat(types.keySet()).as(verb.name()).containsAll(verb.fields());
        });
    }

    @Test
    void theGuideNamesAllVerbs() throws IOException {
        String guide = Files.readString(Path.of("../../docs/guides/cli.md"));
        for (Noun noun : Noun.ALL) {
            String verbs = noun.verbs().stream()
                    .map(Verb::name)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining("`, `", "`", "`"));
            assertThat(guide).contains("| `%s` | %s |".formatted(noun.name(), verbs));
        }
    }

    @Test
    void namesOfOptionsAreWordsOfTheShell() {
        var fields = Inputs.of(Objects.requireNonNull(Operation.CREATE_TICKET.body));
        assertThat(fields.keySet()).contains("suggestedFileIds", "labels", "acceptanceCriteria");
        assertThat(Inputs.option("suggestedFileIds", Objects.requireNonNull(fields.get("suggestedFileIds"))))
                .isEqualTo("--suggested-file-id");
        assertThat(Inputs.option("acceptanceCriteria", Objects.requireNonNull(fields.get("acceptanceCriteria"))))
                .isEqualTo("--acceptance-criteria");
        assertThat(Inputs.choice(Objects.requireNonNull(fields.get("priority"))))
                .isEqualTo(List.of("low", "normal", "high", "urgent"));
    }
}

package dev.cairn.server.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P18: every route of people × {@link Person} × {@link Whose}, on a server where accounts are on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class PeopleMatrixTest {
    @TempDir
    private static Path directory;

    private MatrixServer server;
    private People shared;

    @BeforeAll
    void start() {
        server = MatrixServer.start(directory);
        shared = server.people();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<PeopleMatrix.Row> rows() {
        return PeopleMatrix.rows().stream();
    }

    static Stream<PeopleMatrix.Opened> open() {
        return PeopleMatrix.OPEN.stream();
    }

    @Test
    void aRouteThatNamesSomethingSaysWhatIsAnsweredWhoseverItIs() {
        Map<String, Set<Whose>> named = rows().filter(
                        row -> row.call().template().contains("{"))
                .collect(groupingBy(row -> row.call().route(), mapping(PeopleMatrix.Row::whose, toSet())));
        assertThat(named.values())
                .isNotEmpty()
                .allSatisfy(whose -> assertThat(whose).contains(Whose.OWN, Whose.ANOTHER, Whose.GUESSED));
    }

    /** R16–R18. Who changes something finds people of its own; all others share some, who stay as they are. */
    @ParameterizedTest
    @MethodSource("rows")
    void whoAsksAndWhoseItIsDecide(PeopleMatrix.Row row) {
        SoftAssertions.assertSoftly(softly -> {
            for (Person person : Person.values()) {
                boolean changes = row.status(person) < 300 && !row.call().isRead();
                People people = changes ? server.people() : shared;
                long before = server.lastEntry();
                HttpResponse<String> answer = send(person, row, people);
                softly.assertThat(answer.statusCode())
                        .as("%s as %s: %s", row, person, answer.body())
                        .isEqualTo(row.status(person));
                if (!changes) {
                    softly.assertThat(server.lastEntry())
                            .as("%s as %s leaves nothing", row, person)
                            .isEqualTo(before);
                }
            }
        });
    }

    private HttpResponse<String> send(Person person, PeopleMatrix.Row row, People people) {
        World world = people.world(person, row.whose(), server.guess(), "user" + server.fresh());
        return server.send(people.token(person), row.call(), world);
    }

    @ParameterizedTest
    @MethodSource("open")
    void whatTakesNoTokenAnswersAnybody(PeopleMatrix.Opened open) {
        World world = shared.world(Person.MEMBER, Whose.OWN, server.guess(), "user" + server.fresh());
        HttpResponse<String> answer = server.send((String) null, open.call(), world);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(open.status());
    }
}

package dev.cairn.server.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No route ignores a condition in silence; each checks it, or says that it means nothing there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class PreconditionMatrixTest {
    private static final String STALE = "\"987654321\"";

    @TempDir
    private static Path directory;

    private MatrixServer server;

    @BeforeAll
    void start() {
        server = MatrixServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Entry> changesInProjects() {
        return Stream.concat(AccessMatrix.inProjects(), AccessMatrix.EVERYWHERE.stream())
                .filter(entry -> !entry.call().isRead());
    }

    static Stream<PeopleMatrix.Row> changesOfPeople() {
        return PeopleMatrix.rows().stream().filter(row -> !row.call().isRead() && row.status(Person.ADMIN) < 300);
    }

    private static Stream<Call> waysIn() {
        return PeopleMatrix.OPEN.stream().map(PeopleMatrix.Opened::call).filter(call -> !call.isRead());
    }

    @Test
    void everyChangingRouteIsAsked() {
        Set<String> asked = Stream.of(
                        changesInProjects().map(Entry::call),
                        PeopleMatrix.rows().stream().map(PeopleMatrix.Row::call).filter(call -> !call.isRead()),
                        waysIn())
                .flatMap(calls -> calls)
                .map(Call::route)
                .collect(toCollection(TreeSet::new));
        assertThat(asked)
                .containsExactlyElementsOf(server.routes().stream()
                        .filter(route -> !route.startsWith("GET "))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("changesInProjects")
    void aStaleVersionIsRefusedOrMeansNothing(Entry entry) {
        World world = server.own();
        server.prepare(world, entry.needs());
        long before = server.lastEntry();
        heeded(entry, server.send(Who.OWNER, entry.call(), world, "If-Match", STALE));
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-Match", "three"));
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-Match", "\"1\"", "If-Match", "\"2\""));
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-None-Match", "*"));
        assertThat(server.lastEntry()).as("nothing was changed").isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("changesOfPeople")
    void aStaleVersionOfSomebodyIsRefusedOrMeansNothing(PeopleMatrix.Row row) {
        People people = server.people();
        World world = people.world(Person.ADMIN, row.whose(), server.guess(), "user" + server.fresh());
        long before = server.lastEntry();
        heeded(row, server.send(people.token(Person.ADMIN), row.call(), world, "If-Match", STALE));
        assertThat(server.lastEntry()).as("nothing was changed").isEqualTo(before);
    }

    private static void heeded(Object route, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isIn(400, 412);
        assertThat(answer.body()).contains(answer.statusCode() == 400 ? "If-Match" : "stale_version");
    }

    private static void malformed(Object route, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aReadTakesTagsAndNothingElse(Entry entry) {
        World world = server.own();
        server.prepare(world, entry.needs());
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-None-Match", "three"));
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-None-Match", "\"1\" \"2\""));
        malformed(entry, server.send(Who.OWNER, entry.call(), world, "If-Match", "\"1\""));
        assertThat(server.send(Who.OWNER, entry.call(), world, "If-None-Match", "W/\"987\", \"988\"")
                        .statusCode())
                .isEqualTo(entry.status());
    }

    static Stream<Entry> reads() {
        return AccessMatrix.inProjects().filter(entry -> entry.call().isRead());
    }
}

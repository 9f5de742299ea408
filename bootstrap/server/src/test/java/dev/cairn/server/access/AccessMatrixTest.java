package dev.cairn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.access.Right;
import dev.cairn.domain.kernel.Id;
import dev.cairn.server.access.Entry.Before;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P18: every route of projects × {@link Who} × own, archived, deleted, other's, guessed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class AccessMatrixTest {
    private static final Set<String> ROLE_DENIED = Set.of("\"code\":\"role_required\"", "\"code\":\"not_author\"");
    private static final Set<String> SCOPE_DENIED = Set.of("\"code\":\"scope_required\"");

    @TempDir
    private static Path directory;

    private final Map<Before, World> kept = new EnumMap<>(Before.class);
    private MatrixServer server;
    private World others;
    private World guessed;

    @BeforeAll
    void start() {
        server = MatrixServer.start(directory);
        others = server.others();
        guessed = server.guessed(others);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Entry> inProjects() {
        return AccessMatrix.inProjects();
    }

    static Stream<Entry> everywhere() {
        return AccessMatrix.EVERYWHERE.stream();
    }

    @Test
    void everyRouteHasAnEntry() {
        Set<String> entries = Stream.of(
                        PeopleMatrix.OPEN.stream().map(PeopleMatrix.Opened::call),
                        PeopleMatrix.rows().stream().map(PeopleMatrix.Row::call),
                        Stream.of(AccessMatrix.COUNTS.call()),
                        everywhere().map(Entry::call),
                        inProjects().map(Entry::call))
                .flatMap(Function.identity())
                .map(Call::route)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(entries).containsExactlyElementsOf(server.routes());
    }

    /** R6, R18. */
    @ParameterizedTest
    @MethodSource("inProjects")
    void inTheCallersProjectItsRoleDecides(Entry entry) {
        asTheRoleSays(entry, entry.needs(), entry.status(), entry.right());
    }

    /** R22: everything can be read, nothing written; only what concerns the project itself goes on. */
    @ParameterizedTest
    @MethodSource("inProjects")
    void anArchivedProjectIsReadOnly(Entry entry) {
        boolean ofTheAuthor =
                entry.call().template().startsWith("/comments") && !entry.call().isRead();
        Right right = ofTheAuthor ? Right.WRITE : entry.right();
        asTheRoleSays(entry, Before.ARCHIVED_PROJECT, entry.archived(), right);
    }

    @ParameterizedTest
    @MethodSource("inProjects")
    void whatWasDeletedIsGoneButForItsRestorePurgeAndLostClaims(Entry entry) {
        if (entry.deleted() != 404) {
            asTheRoleSays(entry, Before.DELETED_PROJECT, entry.deleted(), entry.right());
            return;
        }
        World world = kept.computeIfAbsent(Before.DELETED_PROJECT, this::world);
        SoftAssertions.assertSoftly(softly -> {
            for (Who who : Who.values()) {
                softly.assertThat(server.send(who, entry.call(), world).statusCode())
                        .as("%s as %s", entry, who)
                        .isEqualTo(who.expectHidden(entry.right()));
            }
        });
    }

    /** R6: a caller cannot tell what it may not see from what does not exist. */
    @ParameterizedTest
    @MethodSource("inProjects")
    void whatIsAnotherProjectsIsNotFoundJustAsWhatIsGuessed(Entry entry) {
        SoftAssertions.assertSoftly(softly -> {
            for (Who who : Who.values()) {
                HttpResponse<String> foreign = server.send(who, entry.call(), others);
                HttpResponse<String> absent = server.send(who, entry.call(), guessed);
                softly.assertThat(foreign.statusCode())
                        .as("%s as %s: %s", entry, who, foreign.body())
                        .isEqualTo(who.expectHidden(entry.right()));
                softly.assertThat(foreign.headers().map().keySet())
                        .isEqualTo(absent.headers().map().keySet());
                softly.assertThat(anonymous(foreign.body(), others)).isEqualTo(anonymous(absent.body(), guessed));
            }
        });
    }

    /** R6: lists, search, overviews and the log over all projects hold what the caller may see. */
    @ParameterizedTest
    @MethodSource("everywhere")
    void whatSpansProjectsShowsEachCallerItsOwn(Entry entry) {
        World own = server.busiest();
        for (Who who : Who.values()) {
            for (World world : List.of(own, others)) {
                HttpResponse<String> answer =
                        server.send(who, entry.call(), world.with(Map.of("fresh", server.fresh())));
                assertThat(answer.statusCode()).as("%s as %s", entry, who).isEqualTo(spanning(who, entry));
                assertThat(answer.body()).doesNotContain(others.name("project")).doesNotContain(others.name("ticket"));
                if (who.role() == null || !who.hasScope(entry.right())) {
                    assertThat(answer.body())
                            .doesNotContain(own.name("project"))
                            .doesNotContain(own.name("ticket"));
                } else if (world.secret().equals(own.secret()) && entry.call().isRead()) {
                    assertThat(answer.body()).as("%s as %s", entry, who).contains(own.name("project"));
                }
            }
        }
    }

    /** Anybody reads what is theirs and makes a project, unless their key is not for that. */
    private static int spanning(Who who, Entry entry) {
        boolean beyond = who == Who.OTHER_PROJECT_TOKEN && !entry.call().isRead();
        return who.hasScope(entry.right()) && !beyond ? entry.status() : 403;
    }

    @Test
    void statisticsCountWhatEachCallerSees() {
        Map<Who, Long> before = counts();
        assertThat(before).containsEntry(Who.OTHER_PROJECT_TOKEN, 1L).doesNotContainKey(Who.CLAIM_TOKEN);
        server.own();
        server.others();
        Map<Who, Long> after = new EnumMap<>(before);
        Stream.of(Who.OWNER, Who.EDITOR, Who.VIEWER, Who.READER_TOKEN).forEach(who -> after.merge(who, 1L, Long::sum));
        assertThat(counts()).isEqualTo(after);
    }

    /** How many projects each caller is told of; without those who are told nothing. */
    private Map<Who, Long> counts() {
        Map<Who, Long> counts = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            HttpResponse<String> answer = server.send(who, AccessMatrix.COUNTS.call(), others);
            assertThat(answer.statusCode()).as("%s", who).isEqualTo(who.hasScope(Right.READ) ? 200 : 403);
            if (answer.statusCode() == 200) {
                counts.put(who, sum(answer.body()));
            }
        }
        return counts;
    }

    private static long sum(String statistics) {
        return Pattern.compile("\"count\":(\\d+)")
                .matcher(statistics)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** Each caller who changes something gets a project of its own; all others share one, which stays as it is. */
    private void asTheRoleSays(Entry entry, Before state, int allowed, Right right) {
        World shared = kept.computeIfAbsent(state, this::world);
        long before = server.lastEntry(shared);
        SoftAssertions.assertSoftly(softly -> {
            for (Who who : Who.values()) {
                boolean changes =
                        who.has(right) && allowed < 400 && !entry.call().isRead();
                HttpResponse<String> answer = server.send(who, entry.call(), changes ? world(state) : shared);
                softly.assertThat(answer.statusCode())
                        .as("%s as %s: %s", entry, who, answer.body())
                        .isEqualTo(who.expect(right, allowed));
                if (answer.statusCode() == 403) {
                    softly.assertThat(who.hasScope(right) ? ROLE_DENIED : SCOPE_DENIED)
                            .anyMatch(answer.body()::contains);
                }
            }
        });
        assertThat(server.lastEntry(shared)).as("a refusal leaves nothing").isEqualTo(before);
    }

    private World world(Before state) {
        World world = server.own();
        server.prepare(world, state);
        return world;
    }

    /** A problem without what names the request and the thing. */
    private static String anonymous(String body, World world) {
        String text = body.replaceAll("\"requestId\":\"[^\"]*\"", "");
        for (String value : world.names().values()) {
            text = Id.isId(value) ? text.replace(value, "…") : text;
        }
        return text;
    }
}

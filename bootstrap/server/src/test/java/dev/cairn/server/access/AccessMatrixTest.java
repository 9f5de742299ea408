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
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P18: every route × owner, editor, viewer, stranger × own, archived, deleted, other's, guessed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class AccessMatrixTest {
    private static final Set<String> DENIED = Set.of("\"code\":\"role_required\"", "\"code\":\"not_author\"");

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
        Set<String> entries = new TreeSet<>(AccessMatrix.PUBLIC);
        entries.addAll(AccessMatrix.PEOPLE);
        Stream.concat(inProjects(), everywhere()).map(Entry::route).forEach(entries::add);
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
                entry.template().startsWith("/comments") && !entry.method().equals("GET");
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
                softly.assertThat(server.send(who, entry, world).statusCode())
                        .as("%s as %s", entry, who)
                        .isEqualTo(404);
            }
        });
    }

    /** R6: a caller cannot tell what it may not see from what does not exist. */
    @ParameterizedTest
    @MethodSource("inProjects")
    void whatIsAnotherProjectsIsNotFoundJustAsWhatIsGuessed(Entry entry) {
        SoftAssertions.assertSoftly(softly -> {
            for (Who who : Who.values()) {
                HttpResponse<String> foreign = server.send(who, entry, others);
                HttpResponse<String> absent = server.send(who, entry, guessed);
                softly.assertThat(foreign.statusCode())
                        .as("%s as %s: %s", entry, who, foreign.body())
                        .isEqualTo(404);
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
        World own = server.own();
        for (Who who : Who.values()) {
            for (World world : List.of(own, others)) {
                HttpResponse<String> answer = server.send(who, entry, world.with(Map.of("fresh", server.fresh())));
                assertThat(answer.statusCode()).as("%s as %s", entry, who).isEqualTo(entry.status());
                assertThat(answer.body()).doesNotContain(others.name("p")).doesNotContain(others.name("t"));
                if (who == Who.STRANGER) {
                    assertThat(answer.body()).doesNotContain(own.name("p")).doesNotContain(own.name("t"));
                } else if (world.secret().equals(own.secret()) && entry.method().equals("GET")) {
                    assertThat(answer.body()).as("%s as %s", entry, who).contains(own.name("p"));
                }
            }
        }
    }

    /** Each caller who changes something gets a project of its own; all others share one, which stays as it is. */
    private void asTheRoleSays(Entry entry, Before state, int allowed, Right right) {
        World shared = kept.computeIfAbsent(state, this::world);
        long before = server.lastEntry(shared);
        SoftAssertions.assertSoftly(softly -> {
            for (Who who : Who.values()) {
                boolean changes =
                        who.has(right) && allowed < 400 && !entry.method().equals("GET");
                HttpResponse<String> answer = server.send(who, entry, changes ? world(state) : shared);
                softly.assertThat(answer.statusCode())
                        .as("%s as %s: %s", entry, who, answer.body())
                        .isEqualTo(who.expect(right, allowed));
                if (answer.statusCode() == 403) {
                    softly.assertThat(DENIED).anyMatch(answer.body()::contains);
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

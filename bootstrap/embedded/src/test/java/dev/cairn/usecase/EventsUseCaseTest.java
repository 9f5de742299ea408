package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.EventStream;
import dev.cairn.application.event.Polled;
import dev.cairn.application.event.Signal;
import dev.cairn.application.event.Signal.Happened;
import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Live;
import dev.cairn.application.event.Signal.Reason;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who follows the log is told what it may see, once and in order, and for as long as it may. */
class EventsUseCaseTest extends UseCaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WAIT = Duration.ofSeconds(25);
    private static final String PASSWORD = "correct horse battery";

    /** E1 */
    @Test
    void anEventSaysWhatToReadAnewAndNothingOfItsContents() {
        Heard heard = follow(owner, EventRequest.of(CRN));
        var ticket = ticket("Secret title");
        move(ticket, TicketStatus.IN_PROGRESS);
        heard.until(2);
        Event changed = heard.events().getLast();
        assertThat(changed.type()).isEqualTo("ticket.status_changed");
        assertThat(changed.entity()).isEqualTo("ticket");
        assertThat(changed.id()).isEqualTo(id(ticket));
        assertThat(changed.version())
                .isEqualTo(read(ticket).ticket().lifecycle().version());
        assertThat(changed.actor()).isEqualTo(owner.userId());
        assertThat(changed.project()).isEqualTo(project.id());
        assertThat(changed.at()).isEqualTo(clock.instant());
        assertThat(heard.events().toString()).doesNotContain("Secret");
        assertThat(heard.events().getFirst().seq()).isLessThan(changed.seq());
    }

    /** E2 */
    @Test
    void whoNamesANumberIsToldWhatWasBehindItAndThenWhatHappens() {
        ticket("One");
        ticket("Two");
        Heard all = follow(owner, EventRequest.NOW.after(0));
        assertThat(all.types()).containsExactly("project.created", "ticket.created", "ticket.created");
        Heard some = follow(owner, EventRequest.NOW.after(all.events().get(1).seq()));
        assertThat(some.events()).isEqualTo(all.events().subList(2, 3));
        ticket("Three");
        assertThat(all.until(4).events()).hasSize(4);
        assertThat(some.until(2).events()).isEqualTo(all.events().subList(2, 4));
    }

    /** E2: what was is longer than what a follower may leave lying. */
    @Test
    void aLongPastIsToldAsAWhole() {
        for (int i = 0; i < 2; i++) {
            services.tickets().createAll(owner, CRN, Collections.nCopies(Limits.BULK_MAX, CreateTicket.titled("Old")));
        }
        Heard heard = follow(owner, EventRequest.NOW.after(0));
        assertThat(heard.events()).hasSize(1 + 2 * Limits.BULK_MAX);
        assertThat(heard.resyncs()).isEmpty();
    }

    /** E3 */
    @Test
    void aFollowerIsToldWhatItMaySeeAndNothingElse() {
        Caller eve = human("Eve");
        Caller viewer = member("Ann", Role.VIEWER);
        var others = services.projects().create(eve, CreateProject.of("EVE", "Hers"));
        Caller program = program(owner, CRN);
        Heard owners = follow(owner, EventRequest.NOW);
        Heard viewers = follow(viewer, EventRequest.NOW);
        Heard eves = follow(eve, EventRequest.NOW);
        Heard programs = follow(program, EventRequest.NOW);
        Heard created = follow(owner, EventRequest.NOW.only("ticket.created"));
        services.tickets().create(eve, ProjectRef.of(others.id()), CreateTicket.titled("Hers"));
        cairn.settings().put(owner, new SettingKey("board"), new Json("[1]"));
        var ticket = ticket("Ours");
        services.tickets().delete(owner, ref(ticket), Expected.ANY);
        services.tickets().create(eve, ProjectRef.of(others.id()), CreateTicket.titled("Hers again"));
        List<String> ours = List.of("ticket.created", "ticket.deleted");
        assertThat(owners.untilType("ticket.deleted").types())
                .containsExactly("settings.updated", "ticket.created", "ticket.deleted");
        assertThat(viewers.untilType("ticket.deleted").types()).isEqualTo(ours);
        assertThat(programs.untilType("ticket.deleted").types()).isEqualTo(ours);
        assertThat(created.until(1).types()).containsExactly("ticket.created");
        assertThat(eves.until(2).types()).containsExactly("ticket.created", "ticket.created");
        assertThat(eves.events()).allMatch(event -> others.id().equals(event.project()));
    }

    /** E3: a membership counts from the moment at which it begins, and to that at which it ends. */
    @Test
    void whatHappensIsSeenByWhoIsAMemberThen() {
        Caller eve = human("Eve");
        services.projects().create(eve, CreateProject.of("EVE", "Hers"));
        Heard heard = follow(eve, EventRequest.NOW);
        Heard owners = follow(owner, EventRequest.NOW);
        ticket("Before");
        owners.untilType("ticket.created");
        services.members().put(owner, CRN, eve.userId(), Role.VIEWER);
        heard.untilType("project.member_added");
        ticket("While");
        heard.untilType("ticket.created");
        services.members().remove(owner, CRN, eve.userId());
        ticket("After");
        services.tickets().create(eve, ProjectRef.parse("EVE"), CreateTicket.titled("Mine"));
        assertThat(heard.until(3).types()).containsExactly("project.member_added", "ticket.created", "ticket.created");
        assertThat(heard.events().getLast().actor()).isEqualTo(eve.userId());
    }

    @Test
    void aProjectThatIsNotSeenIsNotFoundAndAScopeIsNeeded() {
        Caller eve = human("Eve");
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.events().listen(eve, EventRequest.of(CRN), new Heard()));
        Caller claims = token(owner, NewToken.of("claims", Scope.CLAIM));
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> cairn.events().listen(claims, EventRequest.NOW, new Heard()));
        assertThat(streams()).isZero();
    }

    /** E6, E7 */
    @Test
    void whoTakesNothingHoldsUpNobodyAndIsToldOnceThatEventsAreMissing() throws InterruptedException {
        EventStream idle = cairn.events().open(owner, EventRequest.NOW);
        cairn.events().begin(idle);
        assertThat(idle.poll(PATIENCE)).isInstanceOf(Hello.class);
        assertThat(idle.poll(PATIENCE)).isInstanceOf(Live.class);
        Heard heard = follow(owner, EventRequest.NOW);
        tickets(EventStream.BUFFER_MAX);
        heard.until(EventStream.BUFFER_MAX);
        assertThat(taken(idle)).hasSize(EventStream.BUFFER_MAX).allMatch(Happened.class::isInstance);

        tickets(3 * EventStream.BUFFER_MAX + 10);
        heard.until(4 * EventStream.BUFFER_MAX + 10);
        while (idle.waiting() >= EventStream.BUFFER_MAX) {
            Thread.onSpinWait();
        }
        tickets(1);
        heard.until(4 * EventStream.BUFFER_MAX + 11);
        List<Signal> left = taken(idle);
        assertThat(left.stream().filter(Resync.class::isInstance)).hasSize(1);
        Resync resync = (Resync) left.getFirst();
        assertThat(resync.reason()).isEqualTo(Reason.TOO_SLOW);
        List<Event> behind = heard.events().stream()
                .filter(event -> event.seq() > resync.newest())
                .toList();
        assertThat(left.subList(1, left.size()))
                .extracting(signal -> ((Happened) signal).event())
                .isEqualTo(behind)
                .hasSize(1);
        assertThat(heard.resyncs()).isEmpty();
        ticket("And on");
        assertThat(idle.poll(PATIENCE)).isInstanceOf(Happened.class);
        idle.close();
    }

    /** E7 */
    @Test
    void aUserFollowsTwentyTimesAtMostAndAllTogetherAThousand() {
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < EventDispatcher.STREAMS_PER_USER_MAX; i++) {
            streams.add(cairn.events().open(owner, EventRequest.NOW));
        }
        assertRefused(ErrorCode.TOO_MANY_STREAMS, () -> cairn.events().open(owner, EventRequest.NOW));
        streams.removeLast().close();
        streams.add(cairn.events().open(owner, EventRequest.NOW));
        for (int user = 1; user < EventDispatcher.STREAMS_MAX / EventDispatcher.STREAMS_PER_USER_MAX; user++) {
            Caller caller = human("User " + user);
            for (int i = 0; i < EventDispatcher.STREAMS_PER_USER_MAX; i++) {
                streams.add(cairn.events().open(caller, EventRequest.NOW));
            }
        }
        assertThat(streams()).isEqualTo(EventDispatcher.STREAMS_MAX);
        Caller one = human("One more");
        assertRefused(ErrorCode.TOO_MANY_STREAMS, () -> cairn.events().open(one, EventRequest.NOW));
        streams.forEach(EventStream::close);
        assertThat(streams()).isZero();
    }

    /** E8 */
    @Test
    void aNumberFromAnotherLogOrFromBeforeItBeginsIsAnsweredByAResync() {
        ticket("One");
        long one = log().getLast().seq();
        Heard beyond = follow(owner, EventRequest.NOW.after(one + (1L << 40)));
        assertThat(beyond.resyncs()).extracting(Resync::reason).containsExactly(Reason.TOO_NEW);
        assertThat(beyond.hello().newest()).isEqualTo(one);
        assertThat(follow(owner, EventRequest.NOW.after(one)).resyncs()).isEmpty();

        SettingKey retention = new SettingKey("activityRetentionDays");
        cairn.get(Transactions.class).write(() -> {
            cairn.get(SettingRepository.class).put(SettingHome.SYSTEM, retention, new Json("1"));
            return retention;
        });
        clock.advance(Duration.ofDays(2));
        ticket("Two");
        assertThat(services.retention().apply(owner)).isEqualTo(2);
        Heard old = follow(owner, EventRequest.NOW.after(0));
        assertThat(old.resyncs()).extracting(Resync::reason).containsExactly(Reason.TOO_OLD);
        assertThat(old.events()).isEmpty();
        Polled polled = cairn.events().poll(owner, EventRequest.NOW.after(0), WAIT);
        assertThat(polled.resync()).isEqualTo(Reason.TOO_OLD);
        assertThat(polled.after()).isEqualTo(log().getLast().seq());
        ticket("Three");
        for (Heard heard : List.of(beyond, old)) {
            assertThat(heard.until(log().getLast()).events().getLast().seq())
                    .isEqualTo(log().getLast().seq());
        }
    }

    /** E8: servers come and go, and the log stays the same. */
    @Test
    void theLogKeepsItsNameFromOneStartToTheNext() {
        String epoch = follow(owner, EventRequest.NOW).hello().epoch();
        assertThat(follow(human("Eve"), EventRequest.NOW).hello().epoch()).isEqualTo(epoch);
        reopen();
        assertThat(follow(owner, EventRequest.NOW).hello().epoch()).isEqualTo(epoch);
    }

    /** E9 */
    @Test
    void aStreamEndsWithItsSession() {
        cairn.accounts().register(owner, Register.of("ada", PASSWORD), null);
        Caller first = loggedIn("ada");
        Caller second = loggedIn("ada");
        Heard ends = follow(first, EventRequest.NOW);
        Heard stays = follow(second, EventRequest.NOW);
        cairn.accounts().logOut(first);
        ticket("After");
        ends.untilEnded();
        assertThat(ends.types()).doesNotContain("ticket.created");
        assertThat(stays.untilType("ticket.created").types()).contains("ticket.created");

        clock.advance(Session.LIFE);
        stays.untilEnded();
    }

    /** E9 */
    @Test
    void aStreamEndsWithItsToken() {
        var revoked = cairn.tokens().create(owner, NewToken.of("revoked", Scope.READ));
        Caller brief = token(
                owner,
                new NewToken(
                        "short", Set.of(Scope.READ), null, null, clock.instant().plus(Duration.ofHours(1))));
        Heard ends = follow(caller(revoked.token().text()), EventRequest.NOW);
        Heard expires = follow(brief, EventRequest.NOW);
        cairn.tokens().revoke(owner, revoked.apiToken().id());
        ticket("After");
        ends.untilEnded();
        assertThat(ends.types()).doesNotContain("ticket.created");
        expires.untilType("ticket.created");
        clock.advance(Duration.ofHours(1));
        ticket("Later");
        expires.untilEnded();
        assertThat(expires.types().stream().filter("ticket.created"::equals)).hasSize(1);
    }

    /** E9 */
    @Test
    void aStreamEndsWithItsUser() {
        Caller eve = member("Eve", Role.EDITOR);
        Heard heard = follow(eve, EventRequest.NOW);
        cairn.users().deactivate(owner, eve.userId(), Expected.ANY, OwnedProjects.ARCHIVE);
        ticket("After");
        heard.untilEnded();
        assertThat(heard.types()).doesNotContain("ticket.created");
    }

    /** E9 */
    @Test
    void aStreamOfOneProjectEndsWithTheMembership() {
        Caller eve = member("Eve", Role.EDITOR);
        Heard asked = follow(eve, EventRequest.of(CRN));
        Heard all = follow(eve, EventRequest.NOW);
        Heard owners = follow(owner, EventRequest.of(CRN));
        services.members().remove(owner, CRN, eve.userId());
        ticket("After");
        asked.untilEnded();
        assertThat(asked.types()).doesNotContain("ticket.created");
        owners.untilType("ticket.created");
        services.projects().delete(owner, CRN, Expected.ANY);
        services.projects().purge(owner, ProjectRef.of(project.id()), Expected.ANY);
        owners.untilEnded();
        services.projects().create(eve, CreateProject.of("EVE", "Hers"));
        assertThat(all.until(1).types()).containsExactly("project.created");
    }

    /** E9 */
    @Test
    void allEndWhenItIsClosed() {
        Heard heard = follow(owner, EventRequest.NOW);
        CompletableFuture<Polled> waiting =
                CompletableFuture.supplyAsync(() -> cairn.events().poll(owner, EventRequest.NOW, WAIT));
        while (streams() < 2) {
            Thread.onSpinWait();
        }
        cairn.get(EventDispatcher.class).stop();
        heard.untilEnded();
        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join().items()).isEmpty();
        assertRefused(ErrorCode.TOO_MANY_STREAMS, () -> cairn.events().open(owner, EventRequest.NOW));
    }

    /** E2 */
    @Test
    void whoAsksAgainAndAgainWaitsForWhatHappensNext() {
        Polled first = cairn.events().poll(owner, EventRequest.of(CRN), Duration.ZERO);
        assertThat(first.items()).isEmpty();
        EventRequest next = EventRequest.of(CRN).after(first.after());
        CompletableFuture<Polled> waiting =
                CompletableFuture.supplyAsync(() -> cairn.events().poll(owner, next, WAIT));
        while (streams() == 0) {
            Thread.onSpinWait();
        }
        ticket("One");
        Polled second = waiting.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(second.items()).extracting(Event::type).containsExactly("ticket.created");
        assertThat(second.after()).isEqualTo(second.items().getLast().seq());
        assertThat(second.epoch()).isEqualTo(first.epoch());
        tickets(300);
        Polled full = cairn.events().poll(owner, next.after(second.after()), WAIT);
        assertThat(full.items()).hasSize(200);
        assertThat(cairn.events().poll(owner, next.after(full.after()), WAIT).items())
                .hasSize(100);
        assertRefused(ErrorCode.RANGE, () -> cairn.events().poll(owner, next, Duration.ofSeconds(26)));
        assertThat(streams()).isZero();
    }

    private Heard follow(Caller caller, EventRequest wanted) {
        Heard heard = new Heard();
        cairn.events().listen(caller, wanted, heard);
        return heard.untilLive();
    }

    private static List<Signal> taken(EventStream stream) {
        List<Signal> taken = new ArrayList<>();
        for (@Nullable Signal next = stream.poll(); next != null; next = stream.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void tickets(int count) {
        for (int left = count; left > 0; left -= Limits.BULK_MAX) {
            services.tickets()
                    .createAll(
                            owner, CRN, Collections.nCopies(Math.min(left, Limits.BULK_MAX), CreateTicket.titled("T")));
        }
    }

    private List<Event> log() {
        return services
                .activity()
                .follow(owner, null, new ActivityFilter(null, null, null, List.of()), 0, Limits.BULK_MAX)
                .entries()
                .stream()
                .map(Event::of)
                .toList();
    }

    private int streams() {
        return cairn.get(EventDispatcher.class).streams();
    }

    private Caller loggedIn(String username) {
        return caller(cairn.accounts()
                .logIn(LogIn.of(username, PASSWORD), null)
                .token()
                .text());
    }

    private Caller program(Caller user, ProjectRef ref) {
        return token(user, new NewToken("program", Set.of(Scope.READ), null, ref, null));
    }

    private Caller token(Caller user, NewToken wanted) {
        return caller(cairn.tokens().create(user, wanted).token().text());
    }

    private Caller caller(String token) {
        return cairn.authentication().byToken(token).caller().orElseThrow();
    }
}

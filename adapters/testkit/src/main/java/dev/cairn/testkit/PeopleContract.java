package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Theme;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of people and settings promise (R7, R13–R18). */
public abstract class PeopleContract extends StoreContract {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aUserComesBackAsItWasStored() {
        UserContent content = new UserContent("Ada", mail(), "https://example.org/a.png", Presence.AWAY);
        User user = write(() -> port(UserRepository.class).insert(User.human(id(), content, SystemRole.ADMIN, NOW)));
        assertThat(port(UserRepository.class).find(user.id())).contains(user);
        User agent = write(
                () -> port(UserRepository.class).insert(User.agent(id(), user.id(), UserContent.named("Hal"), NOW)));
        assertThat(port(UserRepository.class).agentsOf(user.id())).containsExactly(agent);
        assertThat(write(() -> port(UserRepository.class).lockAdmins()))
                .contains(user.id())
                .doesNotContain(agent.id());
    }

    @Test
    void anAddressIsTakenIgnoringCase() {
        String mail = mail();
        withMail(mail);
        refused(ErrorCode.EMAIL_TAKEN, () -> withMail(mail.toUpperCase(Locale.ROOT)));
    }

    @Test
    void activationIsStoredForManyAndRaisesTheirVersions() {
        User one = user();
        User two = user();
        change(() -> port(UserRepository.class).updateActivation(List.of(one.deactivate(NOW), two.deactivate(NOW))));
        assertThat(port(UserRepository.class).require(one.id()).deactivatedAt()).isEqualTo(NOW);
        assertThat(port(UserRepository.class).require(two.id()).lifecycle().version())
                .isEqualTo(1);
    }

    @Test
    void activationIsNotStoredOverWhatSomebodyElseHasChanged() {
        User fresh = user();
        User stale = user();
        change(() -> port(UserRepository.class).update(stale.edit(UserContent.named("Renamed"), NOW)));
        refused(
                ErrorCode.BUSY,
                () -> change(() -> port(UserRepository.class)
                        .updateActivation(List.of(fresh.deactivate(NOW), stale.deactivate(NOW)))));
        assertThat(port(UserRepository.class).require(fresh.id())).isEqualTo(fresh);
        assertThat(port(UserRepository.class).require(stale.id()).active()).isTrue();
    }

    @Test
    void aLockedUserIsTheOneThatIsStored() {
        User user = user();
        assertThat(write(() -> port(UserRepository.class).lock(user.id()))).contains(user);
        assertThat(write(() -> port(UserRepository.class).lock(id()))).isEmpty();
    }

    @Test
    void archivingLeavesAProjectThatSomebodyElseHasChanged() {
        User owner = user();
        Project project = project(owner, "Owned");
        change(() -> port(ProjectRepository.class).update(project.moveTo(ProjectStatus.ACTIVE, NOW)));
        refused(
                ErrorCode.BUSY,
                () -> change(() -> port(ProjectRepository.class).updateArchived(List.of(project.archive(NOW)))));
        assertThat(port(ProjectRepository.class).findOwnedBy(owner.id())).hasSize(1);
    }

    @Test
    void archivingOwnedProjectsRaisesTheirVersions() {
        User owner = user();
        Project project = project(owner, "Owned");
        assertThat(port(ProjectRepository.class).findOwnedBy(owner.id())).containsExactly(project);
        change(() -> port(ProjectRepository.class).updateArchived(List.of(project.archive(NOW))));
        assertThat(port(ProjectRepository.class).findOwnedBy(owner.id())).isEmpty();
        assertThat(port(ProjectRepository.class)
                        .require(project.id())
                        .lifecycle()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void anAccountIsFoundByItsNameIgnoringCaseAndByItsUser() {
        Account account = account(user(), "Äda" + id());
        Username other = new Username(account.username().value().toLowerCase(Locale.ROOT));
        assertThat(port(AccountRepository.class).find(other)).contains(account);
        assertThat(port(AccountRepository.class).find(account.userId())).contains(account);
        Account failed = account.failed(NOW.plusSeconds(1));
        change(() -> port(AccountRepository.class).update(failed));
        assertThat(write(() -> port(AccountRepository.class).lock(account.userId())))
                .contains(failed);
        change(() -> port(AccountRepository.class).pretendUpdate());
        assertThat(port(AccountRepository.class).find(account.userId())).contains(failed);
    }

    @Test
    void aUsernameIsTakenIgnoringCase() {
        Account account = account(user(), "ada" + id());
        User other = user();
        refused(
                ErrorCode.USERNAME_TAKEN,
                () -> account(other, account.username().value().toUpperCase(Locale.ROOT)));
    }

    @Test
    void preferencesAreTheDefaultUntilTheyAreSaved() {
        User user = user();
        assertThat(port(PreferencesRepository.class).of(user.id())).isEqualTo(Preferences.DEFAULT);
        Preferences dark = new Preferences(Theme.DARK, "de", "Europe/Berlin");
        change(() -> port(PreferencesRepository.class).save(user.id(), Preferences.DEFAULT));
        change(() -> port(PreferencesRepository.class).save(user.id(), dark));
        assertThat(port(PreferencesRepository.class).of(user.id())).isEqualTo(dark);
    }

    @Test
    void aSessionIsFoundWithItsUserByOneTokenOnly() {
        User user = user();
        Session session = session(user);
        assertThat(port(SessionRepository.class).find(session.tokenHash()))
                .contains(new SessionRepository.OfUser(session, user));
        assertThat(port(SessionRepository.class).find(hash(id()))).isEmpty();
        change(() -> port(SessionRepository.class).seen(session.id(), NOW.plusSeconds(60)));
        assertThat(stored(session).lastSeenAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void sessionsEndOneByOneOrAllButOne() {
        User user = user();
        Session first = session(user);
        Session second = session(user);
        Session third = session(user);
        Session another = session(user());
        assertThat(revoked(another.userId(), first, NOW)).as("another's").isFalse();
        assertThat(revoked(user.id(), first, first.expiresAt())).as("expired").isFalse();
        assertThat(revoked(user.id(), first, NOW)).isTrue();
        assertThat(revoked(user.id(), first, NOW)).isFalse();
        assertThat(write(() -> port(SessionRepository.class).revokeAll(List.of(user.id()), third.id(), NOW)))
                .isEqualTo(1);
        assertThat(stored(second).revokedAt()).isEqualTo(NOW);
        assertThat(stored(third).revokedAt()).isNull();
        assertThat(write(() -> port(SessionRepository.class).revokeAll(List.of(user.id()), null, NOW)))
                .isEqualTo(1);
        assertThat(stored(another).revokedAt()).isNull();
    }

    @Test
    void theSessionsOfAUserAreListedUntilTheyEndOrExpire() {
        User user = user();
        Session first = session(user);
        Session second = session(user);
        Session third = session(user);
        session(user());
        assertThat(listed(user, NOW, null).items()).containsExactly(third, second, first);
        Page<Session> page = listed(user, NOW, null, 2);
        assertThat(page.items()).containsExactly(third, second);
        assertThat(listed(user, NOW.plusSeconds(1), page.nextCursor(), 2).items())
                .as("time passes from page to page")
                .containsExactly(first);
        assertThat(revoked(user.id(), second, NOW)).isTrue();
        assertThat(listed(user, NOW, null).items()).containsExactly(third, first);
        assertThat(listed(user, third.expiresAt(), null).items()).isEmpty();
    }

    @Test
    void expiredSessionsAreThoseThatEndNowOrEarlier() {
        Session session = session(user());
        change(() ->
                port(SessionRepository.class).deleteExpired(session.expiresAt().minusMillis(1)));
        assertThat(port(SessionRepository.class).find(session.tokenHash())).isPresent();
        change(() -> port(SessionRepository.class).deleteExpired(session.expiresAt()));
        assertThat(port(SessionRepository.class).find(session.tokenHash())).isEmpty();
    }

    @Test
    void anApiTokenComesBackAsItWasStored() {
        User user = user();
        Project project = project(user, "Limit");
        ApiToken token = token(user, project.id());
        assertThat(port(ApiTokenRepository.class).find(token.tokenHash()))
                .contains(new ApiTokenRepository.OfUser(token, user));
        assertThat(port(ApiTokenRepository.class).find(token.id())).contains(token);
        change(() -> port(ApiTokenRepository.class).used(token.id(), NOW.plusSeconds(5)));
        assertThat(port(ApiTokenRepository.class).find(token.id()).orElseThrow().lastUsedAt())
                .isEqualTo(NOW.plusSeconds(5));
        change(() -> port(ProjectRepository.class).delete(project.id()));
        assertThat(port(ApiTokenRepository.class).find(token.id())).isEmpty();
    }

    /** R18. */
    @Test
    void anApiTokenIsFoundByWhoAnswersForItAndByTheOwnerOfItsProject() {
        User user = user();
        User agent = write(
                () -> port(UserRepository.class).insert(User.agent(id(), user.id(), UserContent.named("Hal"), NOW)));
        User owner = user();
        Project project = project(owner, "Limit");
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), user.id(), Role.EDITOR, NOW)));
        ApiToken limited = token(agent, project.id());
        ApiToken free = token(user, null);
        ApiToken owners = token(owner, project.id());
        assertThat(port(ApiTokenRepository.class).find(user.id(), limited.id())).contains(limited);
        assertThat(port(ApiTokenRepository.class).find(user.id(), free.id())).contains(free);
        assertThat(port(ApiTokenRepository.class).find(owner.id(), limited.id()))
                .contains(limited);
        assertThat(port(ApiTokenRepository.class).find(user.id(), owners.id()))
                .as("an editor")
                .isEmpty();
        assertThat(port(ApiTokenRepository.class).find(owner.id(), free.id())).isEmpty();
        assertThat(port(ApiTokenRepository.class).find(user().id(), limited.id()))
                .isEmpty();
    }

    @Test
    void apiTokensAreListedByHolderAndByProjectUntilTheyAreRevoked() {
        User user = user();
        User agent = write(
                () -> port(UserRepository.class).insert(User.agent(id(), user.id(), UserContent.named("Hal"), NOW)));
        Project project = project(user, "Limit");
        ApiToken free = token(user, null);
        ApiToken limited = token(agent, project.id());
        token(user(), null);
        assertThat(listed(user.id(), null)).containsExactly(free, limited);
        assertThat(listed(null, project.id())).containsExactly(limited);
        assertThat(port(ApiTokenRepository.class).count(user.id())).isEqualTo(1);
        assertThat(write(() -> port(ApiTokenRepository.class).revoke(free.id(), NOW)))
                .isTrue();
        assertThat(write(() -> port(ApiTokenRepository.class).revoke(free.id(), NOW)))
                .isFalse();
        change(() -> port(ApiTokenRepository.class).revokeAll(List.of(agent.id()), NOW));
        assertThat(listed(user.id(), null)).isEmpty();
        assertThat(port(ApiTokenRepository.class).count(user.id())).isZero();
    }

    @Test
    void aSettingBelongsToOneHome() {
        SettingHome mine = new SettingHome.OfUser(user().id());
        SettingHome same = new SettingHome.OfProject(mine.id());
        SettingKey key = new SettingKey("k");
        change(() -> port(SettingRepository.class).put(mine, key, new Json("{\"a\":1}")));
        change(() -> port(SettingRepository.class).put(mine, key, new Json("{\"a\":2}")));
        assertThat(port(SettingRepository.class).all(mine)).containsOnly(Map.entry(key, new Json("{\"a\":2}")));
        assertThat(port(SettingRepository.class).all(same)).isEmpty();
        assertThat(port(SettingRepository.class).all(SettingHome.SYSTEM)).doesNotContainKey(key);
        assertThat(write(() -> port(SettingRepository.class).putFirst(mine, key, new Json("3"))))
                .isFalse();
        assertThat(port(SettingRepository.class).all(mine)).containsEntry(key, new Json("{\"a\":2}"));
        assertThat(write(() -> port(SettingRepository.class).putFirst(same, key, new Json("3"))))
                .isTrue();
        assertThat(port(SettingRepository.class).all(same)).containsEntry(key, new Json("3"));
        assertThat(write(() -> port(SettingRepository.class).remove(mine, key))).isTrue();
        assertThat(write(() -> port(SettingRepository.class).remove(mine, key))).isFalse();
    }

    @Test
    void allSettingsOfOneHomeAreRemovedAtOnce() {
        SettingHome mine = new SettingHome.OfUser(user().id());
        SettingHome same = new SettingHome.OfProject(mine.id());
        for (String key : List.of("a", "b")) {
            change(() -> port(SettingRepository.class).put(mine, new SettingKey(key), new Json("1")));
            change(() -> port(SettingRepository.class).put(same, new SettingKey(key), new Json("1")));
        }
        change(() -> port(SettingRepository.class).removeAll(mine));
        assertThat(port(SettingRepository.class).all(mine)).isEmpty();
        assertThat(port(SettingRepository.class).all(same)).hasSize(2);
    }

    @Test
    void whatShowsWhoAUserIsGoesWithThem() {
        User user = user();
        account(user, "gone" + id());
        Session session = session(user);
        ApiToken token = token(user, null);
        change(() -> port(UserRepository.class).delete(user.id()));
        assertThat(port(AccountRepository.class).find(user.id())).isEmpty();
        assertThat(port(SessionRepository.class).find(session.tokenHash())).isEmpty();
        assertThat(port(ApiTokenRepository.class).find(token.tokenHash())).isEmpty();
    }

    private User withMail(String mail) {
        UserContent content = new UserContent("Ada", mail, null, Presence.ONLINE);
        return write(() -> port(UserRepository.class).insert(User.human(id(), content, SystemRole.MEMBER, NOW)));
    }

    private String mail() {
        return "ada" + id() + "@example.org";
    }

    private Account account(User user, String username) {
        Account account = Account.create(user.id(), new Username(username), new PasswordHash("hash"), NOW);
        change(() -> port(AccountRepository.class).insert(account));
        return account;
    }

    private Session session(User user) {
        Session session = Session.start(id(), user.id(), hash(id()), "agent", NOW);
        change(() -> port(SessionRepository.class).insert(session));
        return session;
    }

    private boolean revoked(Id<User> user, Session session, Instant at) {
        return write(() -> port(SessionRepository.class).revoke(user, session.id(), at));
    }

    private Page<Session> listed(User user, Instant now, @Nullable String cursor) {
        return listed(user, now, cursor, PageRequest.LIMIT_MAX);
    }

    private Page<Session> listed(User user, Instant now, @Nullable String cursor, int limit) {
        PageRequest newest = new PageRequest(limit, cursor, Sort.by(Sort.desc("createdAt")), false);
        return port(SessionRepository.class).page(user.id(), now, newest);
    }

    private Session stored(Session session) {
        return port(SessionRepository.class)
                .find(session.tokenHash())
                .orElseThrow()
                .session();
    }

    private ApiToken token(User user, @Nullable Id<Project> project) {
        ApiToken token = new ApiToken(
                id(),
                user.id(),
                project,
                "program",
                Set.of(Scope.READ, Scope.CLAIM),
                "cairn_t_AbCd",
                hash(id()),
                NOW,
                NOW.plus(DAY),
                null,
                null);
        change(() -> port(ApiTokenRepository.class).insert(token));
        return token;
    }

    private List<ApiToken> listed(@Nullable Id<User> user, @Nullable Id<Project> project) {
        PageRequest oldest = PageRequest.first(Sort.by(Sort.asc("createdAt")));
        return port(ApiTokenRepository.class)
                .page(new ApiTokenRepository.Filter(user, project), oldest)
                .items();
    }

    private static TokenHash hash(Id<?> unique) {
        return new TokenHash("0".repeat(TokenHash.LENGTH - Id.TEXT_LENGTH) + unique);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainError.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

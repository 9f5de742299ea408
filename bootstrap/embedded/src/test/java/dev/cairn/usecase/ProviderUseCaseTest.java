package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.SecretOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ProbeResult;
import dev.cairn.application.model.SecretService;
import dev.cairn.application.port.SecretBox;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R45, R46, L14, L16–L18: whom agents ask, and what becomes of the keys. */
class ProviderUseCaseTest extends UseCaseTest {
    static final String SECRET = "sk-canary-4b7Yw2Qn9xRt-tail";

    @BeforeEach
    void keepKeysInTheTestsFolder() {
        cairn.close();
        cairn = Cairn.open(options());
        services = cairn;
    }

    CairnOptions options() {
        return CairnOptions.of(database)
                .withClock(time())
                .withSecrets(
                        SecretOptions.inFolder(directory).withVariables(Map.of("TEST_KEY", "sk-of-the-environment")));
    }

    ModelProvider provider(String name, @Nullable String secret) {
        ProviderContent content = content(name);
        return services.providers()
                .create(owner, new NewProvider(content, secret == null ? null : new ProviderKey(secret), null));
    }

    static ProviderContent content(String name) {
        return new ProviderContent(name, ProviderType.OPENAI, null, "gpt-test", null, null);
    }

    private ModelProvider get(ModelProvider provider) {
        return services.providers().get(owner, provider.id());
    }

    /** R45 */
    @Test
    void aSecretGoesInAndNeverComesOut() throws IOException {
        ModelProvider made = provider("Work", SECRET);
        assertThat(made.keyHint()).isEqualTo("…tail");
        assertThat(made.toString()).doesNotContain("canary");
        services.providers()
                .update(owner, made.id(), Expected.ANY, draft -> draft.withSecret(new ProviderKey(SECRET + "2")));
        assertThat(get(made).keyHint()).isEqualTo("…ail2");
        services.activity()
                .list(
                        owner,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .forEach(entry -> assertThat(entry.toString()).doesNotContain("canary"));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("canary");
            }
        }
    }

    private Caller admin(String name) {
        Caller human = human(name);
        return Caller.of(services.users().changeRole(owner, human.userId(), Expected.ANY, SystemRole.ADMIN));
    }

    @Test
    void aNameIsTakenOnceByAnOwner() {
        provider("Work", null);
        assertRefused(ErrorCode.NAME_TAKEN, () -> provider("wOrk", null));
    }

    /** R46 */
    @Test
    void thereIsOneDefaultAtMost() {
        ModelProvider first = provider("First", null);
        ModelProvider second = provider("Second", null);
        assertThat(first.isDefault()).isTrue();
        assertThat(second.isDefault()).isFalse();
        assertThat(services.providers()
                        .makeDefault(owner, second.id(), Expected.ANY)
                        .isDefault())
                .isTrue();
        assertThat(get(first).isDefault()).isFalse();
        services.providers().deactivate(owner, second.id(), Expected.ANY);
        assertThat(get(second).isDefault()).isFalse();
        assertRefused(
                ErrorCode.ALREADY_DEACTIVATED,
                () -> services.providers().makeDefault(owner, second.id(), Expected.ANY));
        ModelProvider third = services.providers().create(owner, new NewProvider(content("Third"), null, true));
        ModelProvider fourth = services.providers().create(owner, new NewProvider(content("Fourth"), null, true));
        assertThat(get(third).isDefault()).isFalse();
        assertThat(get(fourth).isDefault()).isTrue();
        services.providers().activate(owner, second.id(), Expected.ANY);
        assertThat(services.providers()
                        .list(owner, null, PageRequest.first(Sort.by(Sort.asc("name"))))
                        .items())
                .filteredOn(ModelProvider::isDefault)
                .hasSize(1);
    }

    /** R46 */
    @Test
    void nobodySeesAnothersProvider() {
        ModelProvider mine = provider("Mine", SECRET);
        Caller other = admin("Ann");
        assertThat(services.providers()
                        .list(other, null, PageRequest.first(Sort.by(Sort.asc("name"))))
                        .items())
                .isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> services.providers().get(other, mine.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.providers().delete(other, mine.id(), Expected.ANY));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.providerTrials().test(other, mine.id()));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.providers().update(other, mine.id(), Expected.ANY, draft -> draft.withSecret(null)));
    }

    /** L18 */
    @Test
    void movingToAnotherOriginClearsTheSecret() {
        ModelProvider made = provider("Work", SECRET);
        services.providers()
                .update(
                        owner,
                        made.id(),
                        Expected.ANY,
                        draft -> draft.withContent(
                                draft.content().withBaseUrl(new BaseUrl("https://API.openai.com:443/v2"))));
        assertThat(get(made).keyHint()).as("the same origin").isNotNull();
        services.providers()
                .update(
                        owner,
                        made.id(),
                        Expected.ANY,
                        draft -> draft.withContent(
                                draft.content().withBaseUrl(new BaseUrl("https://api.example.net/v1"))));
        assertThat(get(made).keyHint()).isNull();
        assertThat(get(made).secret()).isNull();
        services.providers()
                .update(
                        owner,
                        made.id(),
                        Expected.ANY,
                        draft -> draft.withSecret(new ProviderKey(SECRET))
                                .withContent(draft.content().withBaseUrl(null)));
        assertThat(get(made).keyHint()).as("with its own secret").isNotNull();
        services.providers()
                .update(
                        owner,
                        made.id(),
                        Expected.ANY,
                        draft -> draft.withContent(draft.content().withType(ProviderType.DEEPSEEK)));
        assertThat(get(made).keyHint()).as("by another type").isNull();
    }

    @Test
    void aVariableOfTheEnvironmentIsForAdmins() {
        ProviderContent named = content("Env").withSecretEnv("TEST_KEY");
        assertThat(services.providers()
                        .create(owner, new NewProvider(named, null, null))
                        .keyHint())
                .isNull();
        Caller member = human("Bob");
        assertRefused(
                ErrorCode.ADMIN_REQUIRED,
                () -> services.providers().create(member, new NewProvider(named, null, null)));
        ProviderContent own = content("Own").withSecretEnv("CAIRN_MASTER_KEY");
        assertRefused(ErrorCode.FORMAT, () -> services.providers().create(owner, new NewProvider(own, null, null)));
        assertRefused(
                ErrorCode.INVALID,
                () -> services.providers()
                        .create(owner, new NewProvider(named.withName("B"), new ProviderKey("k"), null)));
    }

    @Test
    void anAddressWhereNothingIsSentIsRefusedUnlessAnAdminAllowsIt() {
        ProviderContent lan = new ProviderContent(
                "Lan", ProviderType.OLLAMA, new BaseUrl("http://192.168.7.7:11434"), "small", null, null);
        assertRefused(
                ErrorCode.REFUSED_ADDRESS, () -> services.providers().create(owner, new NewProvider(lan, null, null)));
        services.settings().changeSystem(owner, settings -> settings.withModelNetworks("192.168.7.0/24"));
        assertThat(services.settings().system(owner).modelNetworks()).isEqualTo("192.168.7.0/24");
        services.providers().create(owner, new NewProvider(lan, null, null));
        assertRefused(
                ErrorCode.REFUSED_ADDRESS,
                () -> services.settings()
                        .changeSystem(owner, settings -> settings.withModelNetworks("169.254.0.0/16")));
    }

    /** L14, L17 */
    @Test
    void aSecretThatWasMovedOrChangedIsUnreadableAndNamed() {
        ModelProvider one = provider("One", SECRET + "1");
        ModelProvider two = provider("Two", SECRET + "2");
        assertThat(services.secrets().check(owner).unreadable()).isEmpty();
        SealedSecret first = Objects.requireNonNull(get(one).secret());
        SealedSecret second = Objects.requireNonNull(get(two).secret());
        store(one, first, second);
        store(two, second, first);
        reopenWithKeys();
        assertThat(services.secrets().check(owner).unreadable())
                .extracting(SecretService.Unreadable::providerId)
                .containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(services.secrets().check(owner).unreadable()).allSatisfy(each -> {
            assertThat(each.reason()).contains(each.keyId()).doesNotContain("canary");
        });
        ProbeResult tried = services.providerTrials().test(owner, one.id());
        assertThat(tried.ok()).isFalse();
        assertThat(tried.kind()).isEqualTo(FailureKind.SECRET_UNREADABLE);
        assertThat(tried.message()).contains("One").doesNotContain("canary");
        services.providers().update(owner, one.id(), Expected.ANY, draft -> draft.withSecret(new ProviderKey(SECRET)));
        assertThat(services.secrets().check(owner).unreadable())
                .extracting(SecretService.Unreadable::providerId)
                .containsExactly(two.id());
    }

    private void store(ModelProvider provider, SealedSecret from, SealedSecret to) {
        boolean done = services.get(Transactions.class)
                .write(() -> services.get(ModelProviderRepository.class).reseal(provider.id(), from, to));
        assertThat(done).isTrue();
    }

    private void reopenWithKeys() {
        cairn.close();
        cairn = Cairn.open(options());
        services = cairn;
    }

    /** R45, L16 */
    @Test
    void aRotationSealsEverythingAnewAndCanBeRunAgain() throws IOException {
        for (int i = 0; i < 60; i++) {
            provider("P" + i, SECRET + i);
        }
        String before = Files.readString(directory.resolve("master.key"));
        SecretService.Rotated first = services.secrets().rotate(owner);
        assertThat(first.resealed()).isEqualTo(60);
        assertThat(first.unreadable()).isEmpty();
        assertThat(first.droppedKeys()).hasSize(1);
        String after = Files.readString(directory.resolve("master.key"));
        assertThat(after).isNotEqualTo(before).hasLineCount(1).startsWith(first.keyId());
        assertThat(services.secrets().check(owner)).isEqualTo(new SecretService.Checked(60, List.of()));
        // As if it had been stopped after the new key was written: the next run takes what is left.
        Files.writeString(directory.resolve("master.key"), after + "kaaaaaaaa " + "12".repeat(32) + " 2026-11-29\n");
        SecretService.Rotated again = services.secrets().rotate(owner);
        assertThat(again.resealed()).isEqualTo(60);
        assertThat(again.droppedKeys()).containsExactly(first.keyId(), "kaaaaaaaa");
        assertThat(services.secrets().check(owner)).isEqualTo(new SecretService.Checked(60, List.of()));
        assertRefused(ErrorCode.ADMIN_REQUIRED, () -> services.secrets().rotate(human("Bob")));
    }

    /** L16 */
    @Test
    void aSecretThatIsStoredWhileKeysChangeCanBeOpened() {
        ModelProvider made = provider("Work", SECRET);
        SecretBox box = cairn.get(SecretBox.class);
        services.providers().update(owner, made.id(), Expected.ANY, draft -> {
            box.dropKeysBefore(box.addKey(), List.of());
            return draft.withSecret(new ProviderKey(SECRET + "2"));
        });
        assertThat(services.secrets().check(owner)).isEqualTo(new SecretService.Checked(1, List.of()));
    }

    /** L17 */
    @Test
    void theKeyIsInNoBackup() throws IOException {
        provider("Work", SECRET);
        if (!(database instanceof DatabaseOptions.Sqlite)) {
            return;
        }
        Path backup = Path.of(Cairn.administration(options())
                .backup(DatabaseAdministration.Progress.NONE)
                .file());
        String key = Files.readString(directory.resolve("master.key")).split(" ", -1)[1];
        assertThat(new String(Files.readAllBytes(backup), ISO_8859_1))
                .doesNotContain(key)
                .doesNotContain("canary");
    }

    @Test
    void aDeletedProviderIsGoneWithItsSecret() {
        ModelProvider made = provider("Work", SECRET);
        services.providers().delete(owner, made.id(), Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> get(made));
        assertThat(services.secrets().check(owner).secrets()).isZero();
        assertThat(provider("Work", SECRET).isDefault()).isTrue();
    }
}

package dev.cairn.usecase;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.SecretOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ProviderSealing;
import dev.cairn.application.model.ProviderSecrets;
import dev.cairn.application.model.ProviderService;
import dev.cairn.application.model.SecretService;
import dev.cairn.application.port.SecretBox;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import dev.cairn.domain.setting.SettingRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rules on PostgreSQL. */
@Tag("postgres")
class PostgresProviderUseCaseTest extends ProviderUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    /** A box beside which, once it has sealed for the first time, something else happens. */
    private static final class Overtaken implements SecretBox {
        private final SecretBox box;
        private final Runnable meanwhile;
        private int sealed;

        Overtaken(SecretBox box, Runnable meanwhile) {
            this.box = box;
            this.meanwhile = meanwhile;
        }

        @Override
        public SealedSecret seal(ProviderKey secret, SecretPlace place) {
            SealedSecret result = box.seal(secret, place);
            if (++sealed == 1) {
                CompletableFuture.runAsync(meanwhile).join();
            }
            return result;
        }

        @Override
        public ProviderKey open(SealedSecret secret, SecretPlace place) {
            return box.open(secret, place);
        }

        @Override
        public Optional<String> keyOf(SealedSecret secret) {
            return box.keyOf(secret);
        }

        @Override
        public boolean hasKey(String keyId) {
            return box.hasKey(keyId);
        }

        @Override
        public String addKey() {
            return box.addKey();
        }

        @Override
        public List<String> dropKeysBefore(String keyId, Collection<String> named) {
            return box.dropKeysBefore(keyId, named);
        }
    }

    private ProviderService overtakenBy(Runnable meanwhile) {
        SettingRepository settings = cairn.get(SettingRepository.class);
        SecretBox box = new Overtaken(cairn.get(SecretBox.class), meanwhile);
        return new ProviderService(
                cairn.get(UnitOfWork.class),
                cairn.get(ModelProviderRepository.class),
                settings,
                new ProviderSealing(box, settings),
                List.of());
    }

    /** L16: on two servers, whoever has sealed with the key before and stores behind the rotation's last look seals anew. */
    @Test
    void aSecretThatIsStoredBehindTheRotationOfAnotherServerCanBeOpened() {
        try (Cairn other = Cairn.open(options())) {
            ProviderService overtaken = overtakenBy(() -> other.secrets().rotate(owner));
            overtaken.create(owner, new NewProvider(content("Work"), new ProviderKey(SECRET), null));
            assertThat(other.secrets().check(owner)).isEqualTo(new SecretService.Checked(1, List.of()));
        }
    }

    /** L16: where each server has a copy of the file of keys, a rotation changes one of them. */
    @Test
    void aServerWithoutTheKeyOfARotationElsewhereSealsNothing(@TempDir Path elsewhere) throws IOException {
        provider("Work", SECRET);
        Files.copy(directory.resolve("master.key"), elsewhere.resolve("master.key"), COPY_ATTRIBUTES);
        try (Cairn other = Cairn.open(options().withSecrets(SecretOptions.inFolder(elsewhere)))) {
            other.secrets().rotate(owner);
            assertRefused(ErrorCode.MASTER_KEY_UNUSABLE, () -> provider("Play", SECRET));
            Files.copy(
                    elsewhere.resolve("master.key"),
                    directory.resolve("master.key"),
                    COPY_ATTRIBUTES,
                    REPLACE_EXISTING);
            provider("Play", SECRET);
            assertThat(other.secrets().check(owner)).isEqualTo(new SecretService.Checked(2, List.of()));
        }
    }

    /** L16: two rotations at once, each of which may drop what the other one has sealed with. */
    @Test
    void aRotationThatAnotherOneOvertakesLosesNothing() {
        provider("Work", SECRET);
        try (Cairn other = Cairn.open(options())) {
            SettingRepository settings = cairn.get(SettingRepository.class);
            SecretBox box = new Overtaken(
                    cairn.get(SecretBox.class), () -> other.secrets().rotate(owner));
            SecretService overtaken = new SecretService(
                    cairn.get(UnitOfWork.class),
                    cairn.get(ModelProviderRepository.class),
                    box,
                    new ProviderSecrets(box),
                    new ProviderSealing(box, settings));
            overtaken.rotate(owner);
            assertThat(other.secrets().check(owner)).isEqualTo(new SecretService.Checked(1, List.of()));
        }
    }
}

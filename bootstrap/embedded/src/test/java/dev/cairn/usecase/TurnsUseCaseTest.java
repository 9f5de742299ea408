package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.SignedIn;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.UserContent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of two use cases about one user, the second begins when the first has done everything but its commit, and then waits
 * for it: what it decides holds for what the first has left.
 */
class TurnsUseCaseTest extends UseCaseTest {
    private static final String PASSWORD = "correct horse battery";

    private Caller ada;
    private Caller bob;

    @BeforeEach
    void register() {
        ada = caller(cairn.accounts().register(owner, Register.of("ada", PASSWORD), null));
        bob = caller(cairn.accounts().register(Caller.anonymous(), Register.of("bob", PASSWORD), null));
    }

    private Caller caller(SignedIn signedIn) {
        return cairn.authentication().byToken(signedIn.token().text()).caller().orElseThrow();
    }

    @Test
    void whoIsBeingDeactivatedGetsNothingMore() throws Exception {
        assertThat(refusal(
                        this::deactivateBob, () -> services.members().transfer(ada, CRN, Expected.ANY, bob.userId())))
                .contains(ErrorCode.OWNER_NOT_ELIGIBLE);
        reactivateBob();
        assertThat(refusal(this::deactivateBob, this::bobCreatesAProject)).contains(ErrorCode.OWNER_NOT_ELIGIBLE);
        reactivateBob();
        assertThat(refusal(this::deactivateBob, () -> cairn.users().createAgent(bob, UserContent.named("Robot"))))
                .contains(ErrorCode.ALREADY_DEACTIVATED);
        reactivateBob();
        assertThat(refusal(this::deactivateBob, () -> cairn.tokens().create(bob, NewToken.of("late", Scope.READ))))
                .contains(ErrorCode.ALREADY_DEACTIVATED);
        reactivateBob();
        assertThat(refusal(this::deactivateBob, () -> cairn.accounts().logIn(LogIn.of("bob", PASSWORD), null)))
                .contains(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void whoIsBeingGivenAProjectOwnsItWhenTheyAreDeactivated() throws Exception {
        assertThat(refusal(
                        () -> services.members().transfer(ada, CRN, Expected.ANY, bob.userId()), this::deactivateBob))
                .contains(ErrorCode.OWNS_PROJECTS);
        Caller eve = human("Eve");
        services.members().transfer(bob, CRN, Expected.ANY, eve.userId());
        assertThat(refusal(this::bobCreatesAProject, this::deactivateBob)).contains(ErrorCode.OWNS_PROJECTS);
    }

    @Test
    void aLoginThatComesFirstEndsWithItsUser() throws Exception {
        CompletableFuture<SignedIn> signedIn = new CompletableFuture<>();
        Runnable login = () -> signedIn.complete(cairn.accounts().logIn(LogIn.of("bob", PASSWORD), null));
        assertThat(refusal(login, this::deactivateBob)).isEmpty();
        reactivateBob();
        assertThat(cairn.authentication()
                        .byToken(signedIn.join().token().text())
                        .caller())
                .as("it does not come back with its user")
                .isEmpty();
    }

    /** R21. */
    @Test
    void whoIsBeingMadeTheOwnerCanNeitherLeaveNorBecomeLess() throws Exception {
        services.members().put(ada, CRN, bob.userId(), Role.EDITOR);
        assertThat(refusal(
                        () -> services.members().transfer(ada, CRN, Expected.ANY, bob.userId()),
                        () -> services.members().remove(bob, CRN, bob.userId())))
                .contains(ErrorCode.OWNER_REQUIRED);
        assertThat(services.members().get(bob, CRN, bob.userId()).member().role())
                .isEqualTo(Role.OWNER);
        assertThat(refusal(
                        () -> services.members().transfer(bob, CRN, Expected.ANY, ada.userId()),
                        () -> services.members().put(bob, CRN, ada.userId(), Role.VIEWER)))
                .isNotEmpty();
        assertThat(services.members().get(ada, CRN, ada.userId()).member().role())
                .isEqualTo(Role.OWNER);
    }

    private void deactivateBob() {
        cairn.users().deactivate(ada, bob.userId(), Expected.ANY, OwnedProjects.REFUSE);
    }

    private void reactivateBob() {
        cairn.users().reactivate(ada, bob.userId(), Expected.ANY);
    }

    private void bobCreatesAProject() {
        services.projects().create(bob, CreateProject.of("BOB", "Bob's"));
    }

    /** Why the second was refused, if it was; the first succeeds. */
    private Optional<WireCode> refusal(Runnable first, Runnable second) throws Exception {
        CompletableFuture<Future<Optional<WireCode>>> waiting = new CompletableFuture<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            cairn.get(Transactions.class).write(() -> {
                first.run();
                Future<Optional<WireCode>> running = thread.submit(() -> refusal(second));
                waiting.complete(running);
                awaitWaiting(running);
                return first;
            });
            return waiting.join().get();
        }
    }

    private static Optional<WireCode> refusal(Runnable useCase) {
        try {
            useCase.run();
            return Optional.empty();
        } catch (DomainError refused) {
            return Optional.of(refused.code());
        }
    }

    /** On SQLite, which has one writer, whoever comes second waits before it has read anything. */
    void awaitWaiting(Future<?> second) {}
}

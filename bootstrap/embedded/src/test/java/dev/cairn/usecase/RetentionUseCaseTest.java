package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.jdbc.Sql;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long the log is kept, as a setting of the system says. */
class RetentionUseCaseTest extends UseCaseTest {
    private static final int SLICE_SIZE = 500;

    @Test
    void theLogIsKeptForEverUnlessItsRetentionSaysOtherwise() {
        clock.advance(Duration.ofDays(SystemSettings.RETENTION_DAYS_MAX));
        assertThat(cairn.settings().system(owner)).isEqualTo(SystemSettings.DEFAULT);
        assertThat(services.retention().apply(owner)).isZero();
        assertThat(log()).hasSize(1);
    }

    @Test
    void theRetentionRemovesWhatIsOlderSliceBySlice() {
        for (int i = 0; i < 3; i++) {
            var drafts = Collections.nCopies(Limits.BULK_MAX, CreateTicket.titled("Old"));
            services.tickets().createAll(owner, CRN, drafts);
        }
        clock.advance(Duration.ofDays(30).plusMillis(1));
        ticket("New");
        retention(30);
        assertThat(services.retention().apply(owner, () -> true))
                .as("until it is stopped")
                .isEqualTo(SLICE_SIZE);
        assertThat(services.retention().apply(owner)).isEqualTo(1 + 3 * Limits.BULK_MAX - SLICE_SIZE);
        assertThat(log()).extracting(Activity::type).containsExactly("settings.updated", "ticket.created");
        assertThat(services.retention().apply(owner)).isZero();
        retention(null);
        clock.advance(Duration.ofDays(31));
        assertThat(services.retention().apply(owner)).isZero();
    }

    @Test
    void anEntryExactlyAsOldAsTheRetentionStays() {
        retention(1);
        clock.advance(Duration.ofDays(1));
        assertThat(services.retention().apply(owner)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(services.retention().apply(owner)).isEqualTo(1);
    }

    @Test
    void oldAnswersToRepeatedRequestsGoSliceBySliceUntilItIsStopped() {
        IdempotencyService answers = services.get(IdempotencyService.class);
        var answer = new IdempotencyStore.Answer("hash", 201, "{}", "a");
        cairn.get(Transactions.class).write(() -> {
            for (int i = 0; i <= 2 * SLICE_SIZE; i++) {
                cairn.get(IdempotencyStore.class)
                        .insert(IdempotencyStore.Key.of(owner, "POST", "/x", "key" + i), answer, clock.instant());
            }
            return answer;
        });
        clock.advance(IdempotencyService.KEPT.plusMillis(1));
        answers.forgetOld(() -> true);
        assertThat(answersKept()).isEqualTo(SLICE_SIZE + 1);
        answers.forgetOld(() -> false);
        assertThat(answersKept()).isZero();
    }

    private long answersKept() {
        return cairn.get(Sql.class).one("SELECT count(*) AS n FROM idempotency_keys", row -> row.integer("n"));
    }

    @Test
    void numbersAreNeverGivenOutAgain() {
        retention(1);
        long newest = log().getFirst().seq();
        clock.advance(Duration.ofDays(2));
        services.retention().apply(owner);
        assertThat(log()).extracting(Activity::seq).containsExactly(newest);
        ticket("Next");
        assertThat(log().getFirst().seq()).isGreaterThan(newest);
    }

    @Test
    void onlyAnAdminSaysHowLongTheLogIsKept() {
        Caller member = human("Eve");
        Edit<SystemSettings> one = settings -> settings.withActivityRetentionDays(1);
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> cairn.settings().changeSystem(member, one))
                .withMessageContaining("Only an admin");
        assertThat(cairn.settings().system(owner)).isEqualTo(SystemSettings.DEFAULT);
    }

    @SuppressWarnings("NullAway") // a record's compact constructor does not carry the annotation of a type argument
    private void retention(@Nullable Integer days) {
        cairn.settings().changeSystem(owner, settings -> settings.withActivityRetentionDays(days));
    }

    private List<Activity> log() {
        return services.activity()
                .list(
                        owner,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }
}

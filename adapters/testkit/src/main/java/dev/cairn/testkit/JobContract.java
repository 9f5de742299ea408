package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs: claimed once, under a lease and a token (L19–L26). Each test ends what it added, as claims look at all jobs there are. */
public abstract class JobContract extends StoreContract {
    private static final int MOST = 2;
    private static final Instant LATER = NOW.plus(Job.LEASE);

    @AfterEach
    void end() {
        change(() -> {
            Optional<Job> left = claim(NOW.plusSeconds(1_000_000), Integer.MAX_VALUE);
            while (left.isPresent()) {
                jobs().cancel(left.get().id(), NOW);
                left = claim(NOW.plusSeconds(1_000_000), Integer.MAX_VALUE);
            }
            jobs().findLeftBehind(NOW.plusSeconds(9_000_000), 1_000).forEach(job -> jobs().cancel(job.id(), NOW));
        });
    }

    /** L19 */
    @Test
    void oneOfItsKindIsLiveForASubject() {
        Id<?> subject = id();
        Job first = add(JobKind.REPLY, subject, null);
        assertThat(add(JobKind.REPLY, subject, null).id()).isEqualTo(first.id());
        assertThat(add(JobKind.RETENTION, subject, null).id()).isNotEqualTo(first.id());
        change(() -> jobs().cancel(first.id(), NOW));
        assertThat(add(JobKind.REPLY, subject, null).id()).isNotEqualTo(first.id());
    }

    /** L21, L23 */
    @Test
    void aClaimCountsTheAttemptAndGivesATokenAndALease() {
        Job job = add(JobKind.REPLY, id(), null);
        Job claimed = write(() -> claim(NOW, MOST)).orElseThrow();
        assertThat(claimed.id()).isEqualTo(job.id());
        assertThat(claimed.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.token()).isEqualTo(1);
        assertThat(claimed.leaseUntil()).isEqualTo(LATER);
        assertThat(write(() -> claim(NOW, MOST))).isEmpty();
    }

    /** L21 */
    @Test
    void whoComesWithAnOldTokenChangesNothing() {
        add(JobKind.REPLY, id(), null);
        Job old = write(() -> claim(NOW, MOST)).orElseThrow();
        Job taken = write(() -> claim(LATER, MOST)).orElseThrow();
        assertThat(taken.id()).isEqualTo(old.id());
        assertThat(write(() -> jobs().holds(old.id(), old.token()))).isFalse();
        assertThat(write(() -> jobs().extend(old.id(), old.token(), LATER))).isFalse();
        assertThat(write(() -> jobs().complete(old.id(), old.token(), LATER))).isFalse();
        assertThat(write(() -> jobs().fail(old.id(), old.token(), "x", LATER))).isFalse();
        assertThat(write(() -> jobs().putOff(old.id(), old.token(), LATER, "x")))
                .isFalse();
        assertThat(write(() -> jobs().handBack(old.id(), old.token(), LATER))).isFalse();
        assertThat(jobs().find(old.id())).contains(taken);
        assertThat(write(() -> jobs().complete(old.id(), taken.token(), LATER))).isTrue();
        assertThat(jobs().find(old.id()).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
    }

    /** L26 */
    @Test
    void noMoreOfALaneRunThanMay() {
        Id<?> lane = id();
        for (int i = 0; i <= MOST; i++) {
            add(JobKind.REPLY, id(), lane);
        }
        Job other = add(JobKind.REPLY, id(), id());
        assertThat(write(() -> claim(NOW, MOST))).isPresent();
        Job second = write(() -> claim(NOW, MOST)).orElseThrow();
        assertThat(write(() -> claim(NOW, MOST))).map(Job::id).contains(other.id());
        assertThat(write(() -> claim(NOW, MOST))).isEmpty();
        change(() -> jobs().complete(second.id(), second.token(), NOW));
        assertThat(write(() -> claim(NOW, MOST)))
                .map(Job::laneId)
                .map(Object::toString)
                .contains(lane.toString());
    }

    /** L23 */
    @Test
    void whatWasLeftBehindAtItsLastAttemptIsNotBegunAgain() {
        Job job = add(JobKind.REPLY, id(), null);
        Instant now = NOW;
        for (int i = 0; i < Job.ATTEMPTS_DEFAULT; i++) {
            Instant at = now;
            assertThat(write(() -> claim(at, MOST))).isPresent();
            assertThat(jobs().findLeftBehind(at, 10)).isEmpty();
            now = now.plus(Job.LEASE);
        }
        Instant at = now;
        assertThat(write(() -> claim(at, MOST))).isEmpty();
        assertThat(jobs().findLeftBehind(at, 10)).extracting(Job::id).containsExactly(job.id());
    }

    /** L23: also when its lease was extended after somebody had found it over. */
    @Test
    void whatStillRunsIsNotBuried() {
        Job job = add(JobKind.REPLY, id(), null);
        Instant now = NOW;
        for (int i = 0; i < Job.ATTEMPTS_DEFAULT; i++) {
            Instant at = now;
            assertThat(write(() -> claim(at, MOST))).isPresent();
            now = now.plus(Job.LEASE);
        }
        Instant at = now;
        Job left = jobs().findLeftBehind(at, 10).getFirst();
        assertThat(write(() -> jobs().extend(job.id(), left.token(), at.plusMillis(1))))
                .isTrue();
        assertThat(write(() -> jobs().bury(job.id(), left.token(), "x", at))).isFalse();
        assertThat(jobs().find(job.id()).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(write(() -> jobs().bury(job.id(), left.token(), "x", at.plusMillis(1))))
                .isTrue();
        assertThat(jobs().find(job.id()).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
    }

    /** L24 */
    @Test
    void whatIsHandedBackWasNotBegun() {
        Job job = add(JobKind.REPLY, id(), null);
        Job claimed = write(() -> claim(NOW, MOST)).orElseThrow();
        change(() -> jobs().handBack(job.id(), claimed.token(), NOW));
        Job ready = jobs().find(job.id()).orElseThrow();
        assertThat(ready.status()).isEqualTo(JobStatus.READY);
        assertThat(ready.attempts()).isZero();
        assertThat(ready.token()).isEqualTo(claimed.token());
    }

    /** L20 */
    @Test
    void theNextIsKnownByItsTimeOrByTheEndOfALease() {
        Job job = add(JobKind.REPLY, id(), null);
        assertThat(jobs().findNextDue()).contains(NOW);
        Job claimed = write(() -> claim(NOW, MOST)).orElseThrow();
        assertThat(jobs().findNextDue()).contains(LATER);
        Instant putOff = NOW.plusSeconds(5);
        change(() -> jobs().putOff(job.id(), claimed.token(), putOff, "later"));
        assertThat(jobs().findNextDue()).contains(putOff);
        assertThat(write(() -> claim(NOW, MOST))).isEmpty();
        assertThat(write(() -> claim(putOff, MOST))).map(Job::lastError).contains("later");
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        Job job = add(JobKind.REPLY, id(), null);
        change(() -> jobs().cancel(job.id(), NOW));
        change(() -> jobs().deleteEnded(NOW, 1_000));
        assertThat(jobs().find(job.id())).isPresent();
        change(() -> jobs().deleteEnded(NOW.plusMillis(1), 1_000));
        assertThat(jobs().find(job.id())).isEmpty();
    }

    private JobRepository jobs() {
        return port(JobRepository.class);
    }

    private Job add(JobKind kind, Id<?> subject, @Nullable Id<?> lane) {
        return write(() -> jobs().add(Job.ready(id(), kind, subject, lane, NOW)));
    }

    private Optional<Job> claim(Instant now, int most) {
        return jobs().claim(now, now.plus(Job.LEASE), most, Set.of());
    }
}

package dev.cairn.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.job.Ending;
import dev.cairn.application.job.JobHandler;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.job.JobTimes;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.Commits;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.setting.SettingRepository;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One server of several that do jobs: each takes some milliseconds, and its result is one entry of the log. Now and then it says that it
 * is about to store a result, and waits for a line to be read, so that it can be stopped right there.
 */
final class JobProofWorker {
    static final JobTimes TIMES = new JobTimes(Duration.ofMillis(1_500), Duration.ofMillis(300));
    static final String READY = "ready";
    static final String ABOUT_TO_STORE = "about to store";

    private JobProofWorker() {}

    /** @param args the database's URL, user and password; whether the fence holds; one of how many jobs waits; a seed */
    @SuppressWarnings("SystemOut") // read by the test
    public static void main(String[] args) {
        PrintStream out = System.out;
        DatabaseOptions database = new DatabaseOptions.Postgres(args[0], args[1], args[2]);
        Semaphore goOn = new Semaphore(0);
        try (Cairn cairn = Cairn.open(CairnOptions.of(database).withJobs(false))) {
            JobRepository stored = cairn.get(JobRepository.class);
            JobRepository jobs = Boolean.parseBoolean(args[3]) ? stored : unfenced(stored);
            Random random = new Random(Long.parseLong(args[5]));
            try (JobRunner runner = new JobRunner(
                    new Jobs(jobs, cairn.get(Commits.class)),
                    cairn.get(UnitOfWork.class),
                    jobs,
                    cairn.get(SettingRepository.class),
                    random::nextDouble,
                    TIMES,
                    List.of(new Working(out, goOn, random, Integer.parseInt(args[4]))))) {
                runner.start();
                out.println(READY);
                new BufferedReader(new InputStreamReader(System.in, UTF_8))
                        .lines()
                        .forEach(_ -> goOn.release());
            }
        }
    }

    /** The same store, but whoever ends a job well is believed to have it. */
    private static JobRepository unfenced(JobRepository stored) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(), new Class<?>[] {JobRepository.class}, (_, method, arguments) -> {
                    Object result = method.invoke(stored, arguments);
                    return method.getName().equals("complete") ? true : result;
                });
    }

    private record Working(PrintStream out, Semaphore goOn, Random random, int oneOf) implements JobHandler {
        @Override
        public JobKind kind() {
            return JobKind.REPLY;
        }

        @Override
        public Ending run(Attempt attempt) {
            pause(1 + random.nextInt(20));
            if (random.nextInt(oneOf) == 0) {
                out.println(ABOUT_TO_STORE);
                goOn.acquireUninterruptibly();
            }
            return new Ending.Done(act ->
                    act.record(ActivityType.PROJECT_UPDATED, null, attempt.job().subjectId()));
        }

        @Override
        public void gaveUp(Act act, Job job, String error) {
            out.println("gave up " + job.id() + ": " + error);
        }

        private static void pause(int millis) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }
}

package dev.cairn.crypto;

import dev.cairn.application.port.PasswordHasher;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes by Argon2id on a few threads of its own: a hash keeps a processor busy for tens of milliseconds and fills 19 MiB,
 * so that neither the threads of requests nor the memory may be had by whoever sends passwords.
 */
public final class Argon2Hasher implements PasswordHasher, AutoCloseable {
    /** The most hashes that may wait; the next caller is told that the server is busy. */
    public static final int WAITING_MAX = 64;

    private static final long IDLE_SECONDS = 10;

    private final SecureRandom random = new SecureRandom();
    private final Argon2.Cost cost;
    private final PasswordHash decoy;
    private final ThreadPoolExecutor pool;

    /** Hashes at the cost that OWASP asks for: 19 MiB, two passes. */
    public Argon2Hasher() {
        this(Argon2.Cost.USUAL);
    }

    /**
     * Hashes at another cost, for tests of what stands around the passwords.
     *
     * @param memoryKib at least 8
     */
    public Argon2Hasher(int memoryKib, int iterations) {
        this(new Argon2.Cost(memoryKib, iterations, Argon2.PARALLELISM));
    }

    private Argon2Hasher(Argon2.Cost cost) {
        this.cost = cost;
        decoy = new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        "Y2Fpcm4tbm9ib2R5LTAwMA",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                Thread.ofPlatform().daemon().name("cairn-hash-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[Argon2.SALT_BYTES];
        random.nextBytes(salt);
        return run(
                () -> new PasswordHash(Argon2.of(cost, password.value(), salt).phc()));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        Argon2 stored = Argon2.parse(hash.value());
        return run(() -> stored.matches(password.value()));
    }

    /** Returns the salt and hash of a password that nobody has. */
    @Override
    public PasswordHash decoy() {
        return decoy;
    }

    /** Lets running hashes end. */
    @Override
    public void close() {
        pool.close();
    }

    private <T> T run(Callable<T> work) {
        Future<T> running;
        try {
            running = pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Unavailable(ErrorCode.BUSY, "Too many passwords are being checked: try again", e);
        }
        try {
            return running.get();
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable(ErrorCode.BUSY, "Interrupted while a password was being checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }
}

package dev.cairn.application.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Administration of a database while no server runs; examining it and backing it up is possible meanwhile, too. A
 * failure is an exception with its reason, and leaves everything unchanged.
 */
public interface DatabaseAdministration {
    /** The state of a migration. */
    enum State {
        APPLIED,
        PENDING,
        /** The file of the migration differs from what was applied. */
        CHANGED,
        /** Applied by a newer version of the program. */
        UNKNOWN
    }

    /**
     * A migration.
     *
     * @param at the time at which it was applied, as the engine gives it
     * @param millis the duration of its application
     */
    record Migration(
            int version,
            String file,
            State state,
            @Nullable String at,
            @Nullable Long millis) {}

    /** The database's location, and its migrations in order. */
    record Status(String database, List<Migration> migrations) {
        /** Returns the version of the newest applied migration; 0 for none. */
        public int version() {
            return migrations.stream()
                    .filter(migration -> migration.state() != State.PENDING)
                    .mapToInt(Migration::version)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Whether rows, migrations and database say the same.
     *
     * @param damage what cannot be read as it was written, in words; the rest is not looked at then
     * @param problems in words
     * @param statements the statements that would repair them
     */
    record Check(List<String> damage, List<String> problems, List<String> statements) {
        public boolean isSound() {
            return damage.isEmpty() && problems.isEmpty();
        }
    }

    /**
     * A row that breaks a rule of the product.
     *
     * @param invariant the name of the violated invariant
     * @param rule the rule's number in {@code docs/rules.md}: Q16, R31
     * @param kind the kind of the row
     * @param id the row's id in its outside form
     * @param words the error in words
     */
    record Contradiction(String invariant, String rule, String kind, String id, String words) {}

    /**
     * Whether the tables keep the rules.
     *
     * @param invariants the number of checked invariants
     * @param contradictions rows that break one
     */
    record Verified(int invariants, List<Contradiction> contradictions) {
        public Verified {
            contradictions = List.copyOf(contradictions);
        }

        public boolean isSound() {
            return contradictions.isEmpty();
        }
    }

    /** A dangerous statement in a pending migration. */
    record Finding(String rule, boolean error, String file, String place, String message, String remedy) {}

    /**
     * Migrations that were applied, or that would be.
     *
     * @param statements those of a dry run
     * @param backup where the database was saved before
     * @param unsaved why it was not, where a program for that is missing
     * @param lost the objects that no migration made and that were lost
     */
    record Migrated(
            List<String> files,
            List<String> statements,
            @Nullable String backup,
            @Nullable String unsaved,
            List<String> lost) {}

    /**
     * The result of a rehearsal on a copy.
     *
     * @param millis the duration of the migrations
     * @param bytesBefore the size of the copy; {@code bytesAfter} what it grew to
     * @param rows by table, before and after; tables in which nothing changed are left out
     * @param lost the objects that no migration made and that would be lost
     */
    record Rehearsed(
            List<String> files,
            long millis,
            long bytesBefore,
            long bytesAfter,
            Map<String, String> rows,
            List<String> lost) {}

    /** A verified copy of the database. */
    record Backup(String file, int version, long bytes, String sha256) {}

    /** An earlier copy, as its file describes it. */
    record KeptBackup(String file, int version, long bytes, Instant madeAt) {}

    /**
     * The result of a restore.
     *
     * @param saved where the one that was there is now
     * @param drift the objects in it that no migration made
     */
    record Restored(String file, @Nullable String saved, List<String> drift) {}

    /** The severity of a symptom. */
    enum Verdict {
        OK,
        /** Cairn works, but more slowly or less safely than it could. */
        WARNING,
        /** Cairn does not work on this database, or loses acknowledged writes. */
        ERROR
    }

    /**
     * One check of an examination.
     *
     * @param found in words
     * @param remedy the action to take; null when there is none
     */
    record Symptom(
            String name,
            Verdict verdict,
            String found,
            @Nullable String remedy) {}

    /** The result of checking an engine and its configuration against Cairn's requirements and recommendations. */
    record Examined(String database, List<Symptom> symptoms) {
        public Examined {
            symptoms = List.copyOf(symptoms);
        }

        public boolean isFit() {
            return symptoms.stream().noneMatch(symptom -> symptom.verdict() == Verdict.ERROR);
        }
    }

    Status status();

    /** Checks the engine, not the data; whatever it creates in the database is removed afterwards. */
    Examined examine();

    Check check();

    /** Checks the tables against the rules of queues, tickets, tasks, links and projects; changes nothing. */
    Verified verify();

    /** @param severities {@code off}, {@code warning} or {@code error} by rule; the rest keep theirs */
    List<Finding> lint(Map<String, String> severities);

    /**
     * @param dryRun whether the plan is only reported
     * @param acceptDrift whether objects that no migration made may be lost
     * @throws DriftRefused with the list of it
     */
    Migrated migrate(boolean dryRun, boolean acceptDrift);

    /** Migrates a copy, otherwise as {@link #migrate}. */
    Rehearsed rehearse(boolean acceptDrift);

    /**
     * Takes back every migration above {@code version}, after a backup; no server may use the database.
     *
     * @param acceptNoBackup whether to go on where PostgreSQL's programs for a backup are missing
     */
    Migrated rollback(int version, boolean acceptNoBackup);

    /** Receives the progress of a long operation. */
    @FunctionalInterface
    interface Progress {
        Progress NONE = (_, _) -> {};

        void at(long done, long whole);
    }

    Backup backup(Progress progress);

    /** Answers the copies that are kept, the newest first; empty on PostgreSQL, whose copies are made by {@code cairn db backup}. */
    Optional<List<KeptBackup>> backups();

    /**
     * @param acceptDrift whether the backup may hold what no migration made: a trigger of somebody else would run
     * @throws DriftRefused with the list of it
     */
    Restored restore(Path backup, boolean acceptDrift, Progress progress);
}

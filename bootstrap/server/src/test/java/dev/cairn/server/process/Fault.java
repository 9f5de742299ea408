package dev.cairn.server.process;

import java.io.IOException;
import java.util.List;

/** What goes wrong with two servers and their database, one of the servers being the victim where it is not about both. */
enum Fault {
    KILLED_SERVER("kill -9 of a server") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            scene.fleet().kill(victim);
            scene.awaitService(System.nanoTime(), List.of(other(victim)));
            scene.fleet().startAgain(victim);
        }
    },
    STOPPED_SERVER("SIGSTOP of a server for longer than a lease") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            ChildServer server = scene.fleet().at(victim);
            Fleet.signal("STOP", server);
            scene.awaitService(System.nanoTime(), List.of(other(victim)));
            Fleet.pause(LONGER_THAN_A_LEASE);
            Fleet.signal("CONT", server);
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    STOPPED_BACKENDS("SIGSTOP of a server's backends") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            List<Long> backends = scene.backends(victim);
            signal("STOP", backends);
            Fleet.pause(LONGER_THAN_A_LEASE);
            signal("CONT", backends);
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    CUT("connections of a server cut") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            scene.wire(victim).cut();
            scene.awaitService(System.nanoTime(), List.of(other(victim)));
            scene.wire(victim).mend();
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    HALF_OPEN("connections of a server hang half-open") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            scene.wire(victim).hang();
            scene.awaitService(System.nanoTime(), List.of(other(victim)));
            scene.wire(victim).mend();
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    RESTARTED("PostgreSQL restarted, fast") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            restarted(scene, PostgresCluster.Stop.FAST);
        }
    },
    RESTARTED_AT_ONCE("PostgreSQL restarted, immediate") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            restarted(scene, PostgresCluster.Stop.IMMEDIATE);
        }
    },
    KILLED_POSTMASTER("kill -9 of the postmaster") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            scene.primary().kill();
            scene.assertUnready();
            scene.primary().start();
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    FAILED_OVER("kill -9 of the primary, its synchronous replica promoted") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            PostgresCluster standby = scene.standby();
            Fleet.pause(LOAD_MILLIS);
            scene.primary().kill();
            scene.assertUnready();
            scene.promote(standby);
            scene.awaitService(System.nanoTime(), BOTH);
        }
    },
    FAILED_OVER_FROM_A_HANG("the primary hangs, its synchronous replica promoted") {
        @Override
        void make(FaultScene scene, int victim) throws Exception {
            PostgresCluster standby = scene.standby();
            PostgresCluster hanging = scene.primary();
            Fleet.pause(LOAD_MILLIS);
            hanging.hang();
            scene.assertUnready();
            scene.promote(standby);
            scene.awaitService(System.nanoTime(), BOTH);
            hanging.killAll();
        }
    };

    static final long LOAD_MILLIS = 1_000;

    private static final long LONGER_THAN_A_LEASE = 1_000 * (FaultClient.LEASE_SECONDS + 1);
    private static final List<Integer> BOTH = List.of(0, 1);

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    /** Makes it, mends it, and waits until the servers serve. */
    abstract void make(FaultScene scene, int victim) throws Exception;

    String text() {
        return text;
    }

    private static int other(int victim) {
        return 1 - victim;
    }

    private static void restarted(FaultScene scene, PostgresCluster.Stop how) throws IOException, InterruptedException {
        scene.primary().stop(how);
        scene.assertUnready();
        scene.primary().start();
        scene.awaitService(System.nanoTime(), BOTH);
    }

    private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        for (long pid : pids) {
            Fleet.signal(signal, pid);
        }
    }
}

package dev.cairn.server.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code src/test/c/storage_shim.c}, compiled where there is a compiler; without one the test is skipped and says so. */
record StorageShim(Path library) {
    private static final Path SOURCE = Path.of("src/test/c/storage_shim.c");

    static StorageShim compile(Path folder) throws InterruptedException, IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the shim knows Linux's libc only");
        Path library = folder.resolve("storage_shim.so");
        Process compiler;
        try {
            compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), SOURCE.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no C compiler (cc) here");
            throw e;
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new IOException("The shim does not compile: " + said);
        }
        return new StorageShim(library);
    }

    /** For a process that writes down what it does to the files in this folder. */
    Map<String, String> recording(Path data, Path log) throws IOException {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "CAIRN_SHIM_DIR", data.toRealPath().toString(),
                "CAIRN_SHIM_LOG", log.toString());
    }

    /** For a process whose disk is full while a file is there. */
    Map<String, String> filling(Path data, Path full) throws IOException {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "CAIRN_SHIM_DIR", Files.createDirectories(data).toRealPath().toString(),
                "CAIRN_SHIM_FULL", full.toString());
    }

    /** For a process that is killed after so many operations on the files in this folder. */
    Map<String, String> killing(Path data, int operations) throws IOException {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "CAIRN_SHIM_DIR", data.toRealPath().toString(),
                "CAIRN_SHIM_KILL", String.valueOf(operations));
    }
}

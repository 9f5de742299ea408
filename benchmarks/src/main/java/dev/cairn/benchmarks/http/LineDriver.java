package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends the lines of a file to any server at a fixed rate (see {@link LineWorkload}). Arguments: URL, token or nothing, file, connections,
 * requests per second, seconds of warm-up, seconds. Prints {@link Results#figures}.
 */
public final class LineDriver {
    private LineDriver() {}

    public static void main(String[] arguments) throws IOException {
        URI url = URI.create(arguments[0]);
        var target = new Target(url.getAuthority(), arguments[1]);
        var workload = new LineWorkload(target, Files.readAllLines(Path.of(arguments[2])));
        var address = new InetSocketAddress(url.getHost(), url.getPort());
        int rate = Integer.parseInt(arguments[4]);
        try (Generator generator = new Generator(address, Integer.parseInt(arguments[3]), workload)) {
            generator.open(rate, Integer.parseInt(arguments[5]), new Results());
            Results results = new Results();
            generator.open(rate, Integer.parseInt(arguments[6]), results);
            System.out.println(results.figures());
        }
    }
}

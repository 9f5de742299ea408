package dev.cairn.http.metric;

import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.Metric.Figure;
import dev.cairn.application.metric.Metric.Sample;
import dev.cairn.application.metric.Metric.Spread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes figures as Prometheus reads them (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4). */
final class Exposition {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private Exposition() {}

    static String of(List<Metric> metrics) {
        Exposition exposition = new Exposition();
        metrics.forEach(exposition::add);
        return exposition.text.toString();
    }

    private void add(Metric metric) {
        text.append("# HELP %s %s\n".formatted(metric.name(), escaped(metric.help())));
        text.append(
                "# TYPE %s %s\n".formatted(metric.name(), metric.kind().name().toLowerCase(Locale.ROOT)));
        metric.samples().forEach(sample -> add(metric.name(), sample));
    }

    private void add(String name, Sample sample) {
        switch (sample.value()) {
            case Figure(double value) -> line(name, sample.labels(), value);
            case Spread spread -> add(name, sample.labels(), spread);
        }
    }

    /** Adds a histogram; each bucket counts all values up to its bound. */
    private void add(String name, Map<String, String> labels, Spread spread) {
        long count = 0;
        for (int i = 0; i < spread.counts().size(); i++) {
            count += spread.counts().get(i);
            Map<String, String> bounded = new TreeMap<>(labels);
            bounded.put(
                    "le", i < spread.bounds().size() ? number(spread.bounds().get(i)) : "+Inf");
            line(name + "_bucket", bounded, (double) count);
        }
        line(name + "_sum", labels, spread.sum());
        line(name + "_count", labels, (double) count);
    }

    private void line(String name, Map<String, String> labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append(new TreeMap<>(labels)
                    .entrySet().stream()
                            .map(label -> "%s=\"%s\""
                                    .formatted(
                                            label.getKey(),
                                            escaped(label.getValue()).replace("\"", "\\\"")))
                            .collect(Collectors.joining(",", "{", "}")));
        }
        text.append(' ').append(number(value)).append('\n');
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}

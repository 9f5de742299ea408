package dev.cairn.http.door;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The extra parts of a list beside its rows: {@code include=tasks(status=pending,limit=5),total}. */
public record Includes(Map<String, Map<String, String>> parts) {
    public static final String TOTAL = "total";

    private static final Pattern PART = Pattern.compile("([a-z]+)(?:\\(([^()]*)\\))?(?:,|$)");

    public Includes {
        parts = Map.copyOf(parts);
    }

    /** @param parts what may be included, as {@link Parts} says it */
    static Includes parse(@Nullable String text, List<String> parts) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String part : parts) {
            int open = part.indexOf('(');
            allowed.put(
                    open < 0 ? part : part.substring(0, open),
                    open < 0
                            ? Set.of()
                            : Set.of(part.substring(open + 1, part.length() - 1).split(",", -1)));
        }
        Includes includes = read(text, allowed.keySet());
        allowed.forEach(includes::refuseOthers);
        return includes;
    }

    private static Includes read(@Nullable String text, Set<String> allowed) {
        Map<String, Map<String, String>> parts = new HashMap<>();
        if (text == null) {
            return new Includes(parts);
        }
        Matcher matcher = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at)
                    || matcher.start() != at
                    || !allowed.contains(matcher.group(1))
                    || parts.containsKey(matcher.group(1))) {
                throw unknown(text, allowed);
            }
            parts.put(matcher.group(1), options(matcher.group(2), text, allowed));
            at = matcher.end();
        }
        if (text.isEmpty() || text.endsWith(",")) {
            throw unknown(text, allowed);
        }
        return new Includes(parts);
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /** Answers the options of a part; empty without any. */
    public Map<String, String> options(String part) {
        return parts.getOrDefault(part, Map.of());
    }

    private void refuseOthers(String part, Set<String> options) {
        if (!options.containsAll(options(part).keySet())) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "include",
                    "%s takes: %s"
                            .formatted(
                                    part, options.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(options))));
        }
    }

    private static Map<String, String> options(@Nullable String text, String whole, Set<String> allowed) {
        Map<String, String> options = new HashMap<>();
        if (text == null) {
            return options;
        }
        for (String option : text.split(",", -1)) {
            String[] pair = option.split("=", -1);
            if (pair.length != 2 || options.put(pair[0], pair[1]) != null) {
                throw unknown(whole, allowed);
            }
        }
        return options;
    }

    private static Invalid unknown(String text, Set<String> allowed) {
        return Invalid.of(
                ErrorCode.UNKNOWN_VALUE,
                "include",
                "Cannot include '%s'; allowed, each once: %s"
                        .formatted(Text.excerpt(text), String.join(", ", new TreeSet<>(allowed))));
    }
}

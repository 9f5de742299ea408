package dev.cairn.server.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares {@code docs/rules.md} with the sources: who cites a rule, and which test shows it. */
record RuleBook(List<Rule> rules) {
    /** The families of rules, in the order in which the book lists them. */
    private static final String FAMILIES = "RQIPGESCMTUXL";

    private static final Pattern NUMBER = Pattern.compile("\\b([" + FAMILIES + "])(\\d{1,2})\\b(?:–\\1(\\d{1,2})\\b)?");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([" + FAMILIES + "]\\d{1,2}) \\|(?:[^|\\n]*\\|)*([^|\\n]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    /** Texts in quotes, or a text that is a number and nothing else (group 1), or a comment (group 2). */
    private static final Pattern JAVA = Pattern.compile("(?s)\"\"\".*?(?<!\\\\)\"\"\"|\"([" + FAMILIES
            + "]\\d{1,2})\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|(/\\*.*?\\*/|//[^\\n]*)");

    /**
     * A line of the book.
     *
     * @param tests the tests that it names, {@code Class} or {@code Class.method}
     */
    record Rule(String number, List<String> tests) {}

    /** A file of the repository, by its path from the root with {@code /} between the names. */
    record Source(String path, String text) {
        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isTest() {
            return isJava() && (path.contains("/src/test/") || path.startsWith("adapters/testkit/"));
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
        }

        /** The numbers of rules that it cites. Of a range, these are its ends. */
        Set<String> citations() {
            Set<String> cited = new TreeSet<>();
            NUMBER.matcher(isJava() ? comments() : text).results().forEach(number -> {
                cited.add(number.group(1) + number.group(2));
                if (number.group(3) != null) {
                    cited.add(number.group(1) + number.group(3));
                }
            });
            return cited;
        }

        boolean cites(String rule) {
            int wanted = Integer.parseInt(rule.substring(1));
            return NUMBER.matcher(comments()).results().anyMatch(number -> {
                int first = Integer.parseInt(number.group(2));
                int last = number.group(3) == null ? first : Integer.parseInt(number.group(3));
                return rule.startsWith(number.group(1)) && first <= wanted && wanted <= last;
            });
        }

        /** What is said about the program in comments; in the product also texts that are a number, which people are shown. */
        private String comments() {
            StringBuilder comments = new StringBuilder();
            JAVA.matcher(text).results().forEach(token -> {
                if (token.group(2) != null) {
                    comments.append(token.group(2)).append('\n');
                } else if (token.group(1) != null && !isTest()) {
                    comments.append(token.group(1)).append('\n');
                }
            });
            return comments.toString();
        }
    }

    static RuleBook read(String markdown) {
        return new RuleBook(ROW.matcher(markdown)
                .results()
                .map(row -> new Rule(
                        row.group(1),
                        TEST.matcher(row.group(2))
                                .results()
                                .map(test -> test.group().replace("`", ""))
                                .toList()))
                .toList());
    }

    /** What does not fit together, one sentence each; empty when all does. */
    List<String> faults(List<Source> sources) {
        List<String> faults = new ArrayList<>(order());
        Map<String, List<Source>> tests = new HashMap<>();
        sources.stream()
                .filter(Source::isTest)
                .forEach(test -> tests.computeIfAbsent(test.name(), _ -> new ArrayList<>())
                        .add(test));
        for (Rule rule : rules) {
            if (rule.tests().isEmpty()) {
                faults.add(rule.number() + " names no test");
            }
            rule.tests().forEach(test -> faults.addAll(faults(rule, test, tests)));
        }
        Set<String> numbers = new HashSet<>();
        rules.forEach(rule -> numbers.add(rule.number()));
        for (Source source : sources) {
            source.citations().stream()
                    .filter(cited -> !numbers.contains(cited))
                    .forEach(cited -> faults.add(source.path() + " cites " + cited + ", which is no rule"));
        }
        return faults;
    }

    private List<String> order() {
        List<String> faults = new ArrayList<>();
        Comparator<Rule> order = Comparator.<Rule>comparingInt(
                        rule -> FAMILIES.indexOf(rule.number().charAt(0)))
                .thenComparingInt(rule -> Integer.parseInt(rule.number().substring(1)));
        for (int i = 1; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Rule before = rules.get(i - 1);
            if (order.compare(before, rule) >= 0) {
                faults.add(rule.number() + " stands behind " + before.number());
            }
        }
        return faults;
    }

    private static List<String> faults(Rule rule, String test, Map<String, List<Source>> tests) {
        List<String> names = Arrays.asList(test.split("\\.", 2));
        List<Source> found = tests.getOrDefault(names.getFirst(), List.of()).stream()
                .filter(source -> names.size() == 1 || source.text().contains("void " + names.getLast() + "("))
                .toList();
        if (found.isEmpty()) {
            return List.of(rule.number() + " names " + test + ", which is no test");
        }
        return found.stream().anyMatch(source -> source.cites(rule.number()))
                ? List.of()
                : List.of(test + " does not say that it shows " + rule.number());
    }
}

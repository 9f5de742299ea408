package dev.cairn.domain.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the files of a project that an import means. Nothing is read but the paths: no build file, no configuration of a
 * compiler. What comes from outside of the project is found nowhere.
 */
public final class ImportTargets {
    private static final List<String> SCRIPTS =
            List.of(".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json");
    private static final List<String> MODULES = List.of(".py", "/__init__.py", ".pyi", "/__init__.pyi");
    /** The most files to which a wildcard import leads. */
    private static final int WILDCARD_MAX = 200;

    private final Set<String> paths;
    /** The paths of Java files by file name. */
    private final Map<String, List<String>> classes = new HashMap<>();
    /** The paths of Java files by the name of their folder. */
    private final Map<String, List<String>> packages = new HashMap<>();

    public ImportTargets(Collection<String> paths) {
        this.paths = new HashSet<>(paths);
        for (String path : paths) {
            if (SourceLanguage.of(path) == SourceLanguage.JAVA) {
                classes.computeIfAbsent(name(path), name -> new ArrayList<>()).add(path);
                packages.computeIfAbsent(name(folder(path)), name -> new ArrayList<>())
                        .add(path);
            }
        }
    }

    /** Answers the paths, sorted; a file never means itself. */
    public List<String> of(String from, String imported) {
        SourceLanguage language = SourceLanguage.of(from);
        Stream<String> found = language == null
                ? Stream.empty()
                : switch (language) {
                    case JAVA -> java(from, imported);
                    case TYPESCRIPT -> typescript(from, imported);
                    case PYTHON -> python(from, imported);
                };
        return found.filter(path -> !path.equals(from)).sorted().toList();
    }

    private Stream<String> java(String from, String imported) {
        if (imported.endsWith(".*")) {
            String folder = imported.substring(0, imported.length() - 2).replace('.', '/');
            List<String> members = packages.getOrDefault(name(folder), List.of()).stream()
                    .filter(path -> isOrEnds(folder(path), folder))
                    .sorted()
                    .limit(WILDCARD_MAX)
                    .toList();
            return members.isEmpty() ? type(from, folder) : members.stream();
        }
        return type(from, imported.replace('.', '/'));
    }

    /** Returns the file of an imported type, or of the type around an imported member. */
    private Stream<String> type(String from, String imported) {
        for (String path = imported; path.indexOf('/') > 0; path = folder(path)) {
            String file = path + ".java";
            List<String> found = classes.getOrDefault(name(file), List.of()).stream()
                    .filter(candidate -> isOrEnds(candidate, file))
                    .toList();
            if (!found.isEmpty()) {
                return nearest(from, found);
            }
        }
        return Stream.empty();
    }

    /** Returns, of files of the same name in several modules, the one that shares the most folders with the importing file. */
    private static Stream<String> nearest(String from, List<String> found) {
        return found.stream()
                .min(Comparator.<String>comparingInt(path -> -shared(from, path))
                        .thenComparing(Comparator.naturalOrder()))
                .stream();
    }

    private static int shared(String one, String other) {
        String[] some = one.split("/", -1);
        String[] others = other.split("/", -1);
        int count = Arrays.mismatch(some, others);
        return count < 0 ? some.length : count;
    }

    private Stream<String> typescript(String from, String imported) {
        String specifier = imported.replaceFirst("[?#].*$", "");
        if (specifier.startsWith(".")) {
            return script(joined(folder(from), specifier));
        }
        if (specifier.startsWith("@/") || specifier.startsWith("~/")) {
            return roots(folder(from))
                    .map(root -> joined(root, specifier.substring(2)))
                    .flatMap(this::script)
                    .limit(1);
        }
        return Stream.empty();
    }

    private Stream<String> script(String path) {
        String bare = path.replaceFirst("\\.([mc]?)jsx?$", "");
        Stream<String> written = Stream.of(path);
        Stream<String> built =
                bare.equals(path) ? Stream.empty() : SCRIPTS.stream().map(bare::concat);
        Stream<String> named = SCRIPTS.stream().map(path::concat);
        String index = path.isEmpty() ? "index" : path + "/index";
        Stream<String> inFolder = SCRIPTS.stream().map(index::concat);
        return Stream.of(written, built, named, inFolder)
                .flatMap(each -> each)
                .filter(paths::contains)
                .limit(1);
    }

    private Stream<String> python(String from, String imported) {
        int dots = 0;
        while (dots < imported.length() && imported.charAt(dots) == '.') {
            dots++;
        }
        String path = imported.substring(dots).replace('.', '/');
        if (dots > 0) {
            String root = joined(folder(from), "../".repeat(dots - 1));
            return Stream.concat(
                            module(root, path),
                            Stream.of(joined(root, "__init__.py"), joined(root, "__init__.pyi"))
                                    .filter(paths::contains))
                    .limit(1);
        }
        return roots(folder(from))
                .filter(root -> !paths.contains(joined(root, "__init__.py")))
                .flatMap(root -> module(root, path))
                .limit(1);
    }

    /** Returns the file of an imported module, or of the module that has the imported name. */
    private Stream<String> module(String root, String path) {
        for (String rest = path; !rest.isEmpty(); rest = folder(rest)) {
            String whole = joined(root, rest);
            for (String ending : MODULES) {
                if (paths.contains(whole + ending)) {
                    return Stream.of(whole + ending);
                }
            }
        }
        return Stream.empty();
    }

    /** Returns a folder and its parents, the nearest first, each followed by its {@code src} folder. */
    private static Stream<String> roots(String folder) {
        List<String> roots = new ArrayList<>();
        for (String root = folder; ; root = folder(root)) {
            roots.add(root);
            roots.add(joined(root, "src"));
            if (root.isEmpty()) {
                return roots.stream();
            }
        }
    }

    /** Follows a relative path; what leads out of the project is no path of it. */
    private static String joined(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return "..";
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static boolean isOrEnds(String path, String ending) {
        return path.equals(ending) || path.endsWith("/" + ending);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}

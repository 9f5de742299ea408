package dev.cairn.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Matches bytes of a path against a pattern as git does: stars stop at slashes in paths, two of them between slashes do not, and a set in
 * brackets knows ranges, escapes and classes. What failed once is not tried again, so that no pattern takes for ever.
 */
final class Glob {
    /** The value read behind the end; no pattern and no path holds it. */
    private static final int END = 0;

    private final byte[] glob;
    private final int first;
    private final byte[] path;
    private final int start;
    private final boolean slashes;
    /** The first position at which each star has failed: up to {@code failedUntil} it need not be tried again. */
    private final int[] failedFrom;

    private final int[] failedUntil;
    /** The index of the closing bracket of the last set examined; below 0 when the set is not closed. */
    private int setEnd;

    /**
     * @param first where the pattern begins
     * @param start where what is matched begins
     * @param slashes whether slashes count
     */
    Glob(byte[] glob, int first, byte[] path, int start, boolean slashes) {
        this.glob = glob;
        this.first = first;
        this.path = path;
        this.start = start;
        this.slashes = slashes;
        this.failedFrom = new int[glob.length];
        this.failedUntil = new int[glob.length];
        Arrays.fill(failedFrom, Integer.MAX_VALUE);
    }

    boolean matches() {
        return matches(first, start);
    }

    private int glob(int at) {
        return at < glob.length ? glob[at] & 0xFF : END;
    }

    private int path(int at) {
        return at < path.length ? path[at] & 0xFF : END;
    }

    private boolean matches(int from, int begin) {
        int at = from;
        int to = begin;
        while (at < glob.length) {
            int wanted = glob(at);
            if (wanted == '*') {
                return star(at, to);
            }
            if (to >= path.length) {
                return false;
            }
            int given = path(to);
            boolean same = switch (wanted) {
                case '\\' -> glob(++at) == given;
                case '?' -> !slashes || given != '/';
                case '[' -> inSet(at, given) && !(slashes && given == '/');
                default -> wanted == given;
            };
            if (!same) {
                return false;
            }
            at = wanted == '[' ? setEnd + 1 : at + 1;
            to++;
        }
        return to == path.length;
    }

    /** Tries all that a star, or several in a row, may stand for. */
    private boolean star(int at, int to) {
        int next = at + 1;
        while (glob(next) == '*') {
            next++;
        }
        boolean two = next - at > 1;
        boolean between = (at == first || glob(at - 1) == '/')
                && (next >= glob.length || glob(next) == '/' || (glob(next) == '\\' && glob(next + 1) == '/'));
        boolean crosses = !slashes || (two && between);
        if (to >= failedFrom[at] && to <= failedUntil[at]) {
            return false;
        }
        boolean matched = tried(next, to, crosses, slashes && two && between && glob(next) == '/');
        if (!matched) {
            int slash = IgnorePattern.indexOf(path, '/', to, path.length);
            failedFrom[at] = to;
            failedUntil[at] = crosses || slash < 0 ? path.length : slash;
        }
        return matched;
    }

    /** @param nothing whether the stars and the slash behind them may stand for nothing together */
    private boolean tried(int next, int from, boolean crosses, boolean nothing) {
        if (nothing && matches(next + 1, from)) {
            return true;
        }
        if (next >= glob.length) {
            return crosses || IgnorePattern.indexOf(path, '/', from, path.length) < 0;
        }
        for (int to = from; to < path.length; to++) {
            if (matches(next, to)) {
                return true;
            }
            if (!crosses && path(to) == '/') {
                return false;
            }
        }
        return false;
    }

    /** Whether a byte is in the set that begins here; leaves where it ends. A set without an end holds nothing, and ends the pattern. */
    private boolean inSet(int bracket, int given) {
        int at = bracket + 1;
        boolean negated = glob(at) == '!' || glob(at) == '^';
        if (negated) {
            at++;
        }
        boolean found = false;
        int before = END;
        do {
            int here = glob(at);
            if (here == END) {
                return endless();
            }
            if (here == '\\') {
                here = glob(++at);
                if (here == END) {
                    return endless();
                }
                found |= given == here;
            } else if (here == '-' && before != END && glob(at + 1) != END && glob(at + 1) != ']') {
                int last = glob(++at);
                if (last == '\\') {
                    last = glob(++at);
                    if (last == END) {
                        return endless();
                    }
                }
                found |= before <= given && given <= last;
                here = END;
            } else if (here == '[' && glob(at + 1) == ':') {
                int end = IgnorePattern.indexOf(glob, ']', at + 2, glob.length);
                if (end < 0) {
                    return endless();
                }
                if (end > at + 2 && glob(end - 1) == ':') {
                    String name = new String(glob, at + 2, end - at - 3, StandardCharsets.ISO_8859_1);
                    if (!isClass(name)) {
                        return endless();
                    }
                    found |= isOf(name, given);
                    at = end;
                    here = END;
                } else {
                    found |= given == here;
                }
            } else {
                found |= given == here;
            }
            before = here;
            at++;
        } while (glob(at) != ']');
        setEnd = at;
        return found != negated;
    }

    private boolean endless() {
        setEnd = -1;
        return false;
    }

    private static boolean isClass(String name) {
        return switch (name) {
            case "alnum",
                    "alpha",
                    "blank",
                    "cntrl",
                    "digit",
                    "graph",
                    "lower",
                    "print",
                    "punct",
                    "space",
                    "upper",
                    "xdigit" -> true;
            default -> false;
        };
    }

    private static boolean isOf(String name, int c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graph = c > ' ' && c < 0x7F;
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 0x7F;
            case "digit" -> digit;
            case "graph" -> graph;
            case "lower" -> lower;
            case "print" -> graph || c == ' ';
            case "punct" -> graph && !lower && !upper && !digit;
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> upper;
            default -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
    }
}

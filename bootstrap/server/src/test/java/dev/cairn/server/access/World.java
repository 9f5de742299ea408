package dev.cairn.server.access;

import java.util.HashMap;
import java.util.Map;

/**
 * A project with one of everything in it, by the names that routes and bodies use for it.
 *
 * @param secret a word in its tickets that no other world has
 */
record World(String secret, Map<String, String> names) {
    World {
        names = Map.copyOf(names);
    }

    String name(String of) {
        String name = names.get(of);
        if (name == null) {
            throw new IllegalArgumentException("The world has no " + of);
        }
        return name;
    }

    /** The same with other names. */
    World with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(names);
        all.putAll(others);
        return new World(secret, all);
    }

    /** The text with {@code $name} replaced. */
    String in(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("$" + name.getKey() + "$", name.getValue());
        }
        if (filled.indexOf('$') >= 0) {
            throw new IllegalArgumentException("The world lacks a name in " + filled);
        }
        return filled;
    }
}

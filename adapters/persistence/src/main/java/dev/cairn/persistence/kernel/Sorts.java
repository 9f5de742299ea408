package dev.cairn.persistence.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sorts of a list of rows: each by the row's property of the same name, unless {@link #by} names another.
 *
 * @param last the unique property that ends every order
 */
public record Sorts(Map<String, String> properties, String last) {
    /** @param names the whitelist of the list's port */
    public static Sorts of(Collection<String> names) {
        return new Sorts(names.stream().collect(Collectors.toMap(Function.identity(), Function.identity())), "id");
    }

    public Sorts by(String name, String property) {
        Map<String, String> changed = new HashMap<>(properties);
        changed.put(name, property);
        return new Sorts(changed, last);
    }

    public Sorts endingIn(String unique) {
        return new Sorts(properties, unique);
    }
}

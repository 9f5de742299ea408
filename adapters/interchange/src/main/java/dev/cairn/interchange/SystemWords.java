package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps names, flags and kinds of providers in the databases of other systems. */
final class SystemWords {
    private SystemWords() {}

    /** The name, with a number behind it when an earlier one has it; then it is taken. */
    static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int n = 2; !taken.add(Text.uniqueKey(unique)); n++) {
            String number = " " + n;
            unique = Fitting.shortened(name, ProjectContent.NAME_MAX - number.length()) + number;
        }
        return unique;
    }

    /** Maps a kind of provider; an unknown one is custom, which needs a URL, so that its key is sent nowhere else. */
    static ProviderType type(String word) {
        String known = word.toLowerCase(Locale.ROOT);
        for (ProviderType type : ProviderType.values()) {
            if (known.equals(type.name().toLowerCase(Locale.ROOT))
                    || (known.startsWith("google") && type == ProviderType.GOOGLE)) {
                return type;
            }
        }
        return ProviderType.CUSTOM;
    }

    /** Returns whether a flag's column is set. */
    static boolean flag(@Nullable JsonNode value) {
        return value != null && (value.asInt(0) != 0 || value.asBoolean(false));
    }
}

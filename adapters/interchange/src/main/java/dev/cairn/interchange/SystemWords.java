package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names, flags and kinds of providers in the databases of other systems mean here. */
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

    /** One that is not known has to say where it is: its key is sent nowhere else. */
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

    /** What a column of flags says. */
    static boolean flag(@Nullable JsonNode value) {
        return value != null && (value.asInt(0) != 0 || value.asBoolean(false));
    }
}

package dev.cairn.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PreconditionFilterTest {
    private static final int STACK_BYTES = 256 * 1024;
    private static final int HEADER_BYTES = 16 * 1024;

    @Test
    void aListOfTagsIsReadInAFixedStack() throws Exception {
        for (String tag : new String[] {"\"\"", "W/\"\"", "\"a\"", " \"\" "}) {
            String list = (tag + ",").repeat(HEADER_BYTES / (tag.length() + 1)).strip() + "\"\"";
            assertThat(isOfTags(list)).isTrue();
            assertThat(isOfTags(list + "x")).isFalse();
            assertThat(isOfTags(list + ",")).isFalse();
        }
    }

    private static boolean isOfTags(String list) throws Exception {
        FutureTask<Boolean> matched =
                new FutureTask<>(() -> PreconditionFilter.TAGS.matcher(list).matches());
        Thread.ofPlatform().stackSize(STACK_BYTES).start(matched).join();
        return matched.get();
    }
}

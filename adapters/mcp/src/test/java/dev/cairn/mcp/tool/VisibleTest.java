package dev.cairn.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M6 */
class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x1b, 0x7f, 0x85, 0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200d,
                0x202e, 0x2028, 0x2060, 0x2066, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001,
                0xe0041, 0xe0100
            })
    void whatCannotBeSeenIsTakenOut(int unseen) {
        assertThat(Visible.text("a" + Character.toString(unseen) + "b")).isEqualTo("ab");
    }

    @Test
    void whatCanBeSeenStays() {
        String seen = "Grüße, 你好, שלום, ไทย, é, 👍🏽, a\tb\nc – “x” …";
        assertThat(Visible.text(seen)).isEqualTo(seen);
    }

    @Test
    void itIsTakenOutOfNamesAndOfTreesToo() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        assertThat(Visible.tree(json.readTree("{\"a\\u200b\":[\"x\\u202ey\",{\"b\":\"\\ud800z\"},1,null,true]}")))
                .isEqualTo(json.readTree("{\"a\":[\"xy\",{\"b\":\"z\"},1,null,true]}"));
    }
}

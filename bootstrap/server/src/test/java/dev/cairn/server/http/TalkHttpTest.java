package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Conversations and messages over HTTP (R37–R42). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TalkHttpTest {
    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aChannelIsCreatedEditedArchivedAndDeleted() {
        project("LIFE");
        Answer created = server.post("/projects/LIFE/conversations", "{\"kind\":\"channel\",\"title\":\" Work \"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("ETag")).hasValue("\"0\"");
        String path = "/conversations/" + created.json().path("id").asText();
        assertThat(created.header("Location")).hasValue("/api/v1" + path);
        assertThat(created.json()).isEqualTo(server.get(path).json());
        assertThat(created.json().path("title").asText()).isEqualTo("Work");
        assertThat(created.json().path("participants")).hasSize(1);
        assertThat(created.json().has("people")).isFalse();
        Answer patched = server.patch(path, "{\"title\":\"Play\",\"description\":\"all of it\"}", "If-Match", "\"0\"");
        assertThat(patched.json().path("description").asText()).isEqualTo("all of it");
        assertThat(server.patch(path, "{\"title\":\"Late\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.patch(path, "{\"kind\":\"chat\"}").status()).isEqualTo(400);
        assertThat(server.post(path + "/archive", null)
                        .json()
                        .path("archivedAt")
                        .isNull())
                .isFalse();
        Answer refused = server.post(path + "/messages", "{\"content\":\"hello\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("conversation_archived");
        assertThat(server.post(path + "/archive", null).status()).isEqualTo(409);
        assertThat(items("/projects/LIFE/conversations")).hasSize(1);
        assertThat(items("/projects/LIFE/conversations?archived=any")).hasSize(2);
        assertThat(server.post(path + "/unarchive", null).status()).isEqualTo(200);
        assertThat(server.delete(path).status()).isEqualTo(204);
        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.post(path + "/restore", null).status()).isEqualTo(200);
        String general = items("/projects/LIFE/conversations?isDefault=true")
                .get(0)
                .path("id")
                .asText();
        for (Answer answer : List.of(
                server.post("/conversations/" + general + "/archive", null),
                server.delete("/conversations/" + general),
                server.delete("/conversations/" + general + "?purge=true"))) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("code").asText()).isEqualTo("default_channel");
        }
        assertThat(server.delete(path + "?purge=true").status()).isEqualTo(204);
        assertThat(server.post(path + "/restore", null).status()).isEqualTo(404);
    }

    @Test
    void messagesArePostedEditedDeletedAndPaged() {
        project("MSG");
        String path = "/conversations/"
                + items("/projects/MSG/conversations").get(0).path("id").asText();
        for (int i = 1; i <= 5; i++) {
            Answer posted =
                    server.post(path + "/messages", "{\"content\":\"m%d\",\"metadata\":{\"n\":%d}}".formatted(i, i));
            assertThat(posted.status()).as(posted.text()).isEqualTo(201);
            assertThat(posted.json().path("seq").asInt()).isEqualTo(i);
            assertThat(posted.json().path("metadata").path("n").asInt()).isEqualTo(i);
            assertThat(posted.header("Location"))
                    .hasValue("/api/v1/messages/" + posted.json().path("id").asText());
        }
        assertThat(seqs(path + "/messages?afterSeq=3")).containsExactly(4, 5);
        Answer before = server.get(path + "/messages?beforeSeq=5&limit=2");
        assertThat(before.json().path("items").findValues("seq"))
                .extracting(JsonNode::asInt)
                .containsExactly(3, 4);
        assertThat(seqs(path + "/messages?beforeSeq=5&limit=2&cursor="
                        + before.json().path("nextCursor").asText()))
                .containsExactly(1, 2);
        assertThat(server.get(path + "/messages?after=3").status()).isEqualTo(400);
        String first = items(path + "/messages").get(0).path("id").asText();
        Answer edited = server.patch("/messages/" + first, "{\"content\":\"new\"}", "If-Match", "\"0\"");
        assertThat(edited.header("ETag")).hasValue("\"1\"");
        assertThat(edited.json().path("seq").asInt()).isEqualTo(1);
        assertThat(edited.json().path("editedAt").isNull()).isFalse();
        assertThat(server.get("/messages/" + first, "If-None-Match", "\"1\"").status())
                .isEqualTo(304);
        assertThat(server.patch("/messages/" + first, "{\"content\":\"late\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.delete("/messages/" + first).status()).isEqualTo(204);
        assertThat(server.get("/messages/" + first).status()).isEqualTo(404);
        JsonNode place = items(path + "/messages").get(0);
        assertThat(place.path("content").asText()).isEmpty();
        assertThat(place.path("deletedAt").isNull()).isFalse();
        for (String wrong : List.of(
                "{\"content\":\"\"}", "{}", "{\"content\":\"x\",\"seq\":9}", "{\"content\":\"x\",\"metadata\":[]}")) {
            assertThat(server.post(path + "/messages", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(server.put(path + "/read", "{\"seq\":4}")
                        .json()
                        .path("lastReadSeq")
                        .asInt())
                .isEqualTo(5);
        assertThat(server.put(path + "/read", "{\"seq\":6}").status()).isEqualTo(400);
        Answer fork = server.post(path + "/fork", "{\"untilSeq\":2,\"title\":\"Copy\"}");
        assertThat(fork.status()).as(fork.text()).isEqualTo(201);
        assertThat(seqs("/conversations/" + fork.json().path("id").asText() + "/messages"))
                .containsExactly(1, 2);
    }

    /** R39 */
    @Test
    void theSamePeopleAreAnsweredTheSameConversation() {
        String robot = server.post("/users", "{\"type\":\"agent\",\"name\":\"Robot\"}")
                .json()
                .path("id")
                .asText();
        String direct = "{\"kind\":\"direct\",\"participants\":[\"%s\"]}".formatted(robot);
        Answer first = server.post("/conversations", direct);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        Answer again = server.post("/conversations", direct);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(items("/conversations?kind=direct")).hasSize(1);
        assertThat(items("/conversations?kind=direct").get(0).path("projectId").isNull())
                .isTrue();
        for (String wrong : List.of(
                "{\"kind\":\"direct\",\"participants\":[]}",
                "{\"kind\":\"direct\",\"participants\":[\"%s\",\"%s\"]}".formatted(robot, robot),
                "{\"kind\":\"direct\",\"participants\":[\"0000000000000\"]}",
                "{\"kind\":\"channel\",\"title\":\"x\"}",
                "{\"kind\":\"chat\",\"title\":\" \"}",
                "{\"kind\":\"chat\",\"title\":\"x\",\"participants\":[\"%s\"]}".formatted(robot),
                "{\"title\":\"x\"}")) {
            assertThat(server.post("/conversations", wrong).status()).as(wrong).isEqualTo(400);
        }
        Answer chat = server.post("/conversations", "{\"kind\":\"chat\"}");
        assertThat(chat.json().path("title").asText()).isEqualTo("New chat");
        assertThat(chat.json().path("projectId").isNull()).isTrue();
        String path = "/conversations/" + first.json().path("id").asText() + "/participants/" + robot;
        assertThat(server.put(path, null).json().path("name").asText()).isEqualTo("Robot");
        assertThat(server.delete(path).status()).isEqualTo(204);
        assertThat(server.delete(path).status()).isEqualTo(404);
        Answer anew = server.post("/conversations", direct);
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    /** R41 */
    @Test
    void listsAreFilteredAndSayWhatWasSaidLast() {
        project("LST");
        String channel = server.post("/projects/LST/conversations", "{\"kind\":\"channel\",\"title\":\"100% work\"}")
                .json()
                .path("id")
                .asText();
        server.post("/conversations/" + channel + "/messages", "{\"content\":\"the end\"}");
        JsonNode newest = items("/projects/LST/conversations").get(0);
        assertThat(newest.path("id").asText()).isEqualTo(channel);
        assertThat(newest.path("lastMessage").path("content").asText()).isEqualTo("the end");
        assertThat(newest.path("lastMessage").path("authorName").asText()).isEqualTo("owner");
        assertThat(newest.path("unread").asInt()).isZero();
        assertThat(items("/conversations?project=LST&q=100%25")).hasSize(1);
        assertThat(items("/conversations?project=LST&q=100_")).isEmpty();
        assertThat(items("/conversations?project=LST&unread=true")).isEmpty();
        assertThat(items("/conversations?project=LST&kind=chat")).isEmpty();
        assertThat(items("/projects/LST/conversations?limit=1&sort=title")).hasSize(1);
        assertThat(items("/search?q=end&kind=message")
                        .get(0)
                        .path("conversationId")
                        .asText())
                .isEqualTo(channel);
        assertThat(server.get("/conversations?kind=talk").status()).isEqualTo(400);
        assertThat(server.get("/conversations?project=NOPE").status()).isEqualTo(404);
    }

    private void project(String key) {
        assertThat(server.post("/projects", "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key))
                        .status())
                .isEqualTo(201);
    }

    private JsonNode items(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private List<Integer> seqs(String path) {
        return items(path).findValues("seq").stream().map(JsonNode::asInt).toList();
    }
}

package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Q14 over HTTP: a claim waits outside of any transaction, and for as long as its client is there. */
final class WaitingClaimHttpTest {
    private static final String WAIT = "{\"waitSeconds\":25,\"agent\":\"%s\"}";

    @TempDir
    Path directory;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"WQ\",\"name\":\"Waiting\"}");
        server.post("/projects/WQ/queues", "{\"name\":\"work\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClaimWithAKeyWaitsOutsideOfItsTransactionAndIsAnsweredTheSameAgain() {
        for (String route : new String[] {"/projects/WQ/queues/work/claims", "/projects/WQ/claims", "/claims"}) {
            String body = WAIT.formatted(route);
            CompletableFuture<Answer> claim =
                    CompletableFuture.supplyAsync(() -> server.post(route, body, "Idempotency-Key", "key" + route));
            String ticket =
                    server.post("/projects/WQ/tickets", "{\"title\":\"One\"}").field("id");
            if (route.contains("queues")) {
                server.post("/projects/WQ/queues/work/items", "{\"ticketId\":\"" + ticket + "\"}");
            }
            Answer answer = claim.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().path("ticket").path("id").asText()).isEqualTo(ticket);
            Answer again = server.post(route, body, "Idempotency-Key", "key" + route);
            assertThat(again.header("Idempotency-Replayed")).hasValue("true");
            assertThat(again.text()).isEqualTo(answer.text());
        }
    }

    @Test
    void whoWaitedInVainIsToldWhyAndMayAskAgainWithItsKey() {
        Answer first =
                server.post("/projects/WQ/queues/work/claims", "{\"waitSeconds\":1}", "Idempotency-Key", "again");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.field("reason")).isEqualTo("empty");
        String ticket =
                server.post("/projects/WQ/tickets", "{\"title\":\"One\"}").field("id");
        server.post("/projects/WQ/queues/work/items", "{\"ticketId\":\"" + ticket + "\"}");
        assertThat(server.post("/projects/WQ/queues/work/claims", "{\"waitSeconds\":1}", "Idempotency-Key", "again")
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/projects/WQ/claims", "{\"waitSeconds\":26}").field("code"))
                .isEqualTo("range");
    }

    /** R17: as it would be answered now, and not that there is no work. */
    @Test
    void whoseTokenEndsMeanwhileIsAnsweredSo() {
        Answer token = server.post("/tokens", "{\"name\":\"worker\",\"scopes\":[\"read\",\"claim\"]}");
        String bearer = "Bearer " + token.field("token");
        CompletableFuture<Answer> claim = CompletableFuture.supplyAsync(
                () -> server.anonymous("POST", "/projects/WQ/claims", "{\"waitSeconds\":2}", "Authorization", bearer));
        while (!server.get("/metrics").text().contains("cairn_claims_waiting 1") && !claim.isDone()) {
            Thread.onSpinWait();
        }
        server.delete("/tokens/" + token.field("id"));
        Answer answer = claim.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.field("code")).isEqualTo("token_invalid");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void whoLeftGetsNothing() throws IOException {
        try (Socket left = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String body = WAIT.formatted("gone");
            left.getOutputStream()
                    .write(("POST /api/v1/projects/WQ/queues/work/claims HTTP/1.1\r\nHost: localhost:%d\r\n"
                                    + "Authorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                            .formatted(server.port(), server.token(), body.length(), body)
                            .getBytes(UTF_8));
        }
        CompletableFuture<Answer> stays = CompletableFuture.supplyAsync(
                () -> server.post("/projects/WQ/queues/work/claims", WAIT.formatted("there")));
        String ticket =
                server.post("/projects/WQ/tickets", "{\"title\":\"One\"}").field("id");
        String item = server.post("/projects/WQ/queues/work/items", "{\"ticketId\":\"" + ticket + "\"}")
                .field("id");
        Answer answer = stays.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(answer.field("agent")).isEqualTo("there");
        assertThat(server.get("/queue-items/" + item + "/claims").json().path("items"))
                .allMatch(claim -> claim.path("agent").asText().equals("there")
                        || claim.path("outcome").asText().equals("released"));
    }
}

package dev.cairn.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * An agent as a process: claims and completes until its queue has nothing to hand out and nothing held. Prints each
 * claim. Arguments: server, queue, name, after how many claims it dies without a word (0 for
 * never), and the token.
 */
final class Agent {
    private static final int DEAD = 9;

    private Agent() {}

    public static void main(String[] arguments) throws Exception {
        Api api = new Api(URI.create(arguments[0]), arguments[4]);
        String queue = arguments[1];
        int diesAt = Integer.parseInt(arguments[3]);
        int claims = 0;
        while (true) {
            Api.Answer answer =
                    api.post("/queues/%s/claims".formatted(queue), "{\"agent\":\"%s\"}".formatted(arguments[2]));
            if (answer.status() == 201) {
                JsonNode claim = answer.body();
                System.out.println(claim.path("ticket").path("key").asText() + " "
                        + claim.path("fencingToken").asLong());
                System.out.flush();
                if (++claims == diesAt) {
                    Runtime.getRuntime().halt(DEAD);
                }
                api.made(
                        "/claims/%s/complete".formatted(claim.path("id").asText()),
                        "{\"fencingToken\":%d}"
                                .formatted(claim.path("fencingToken").asLong()));
            } else if (done(api, queue)) {
                return;
            }
        }
    }

    private static boolean done(Api api, String queue) throws Exception {
        JsonNode counts = api.get("/queues/%s/stats".formatted(queue)).body().path("counts");
        return counts.path("ready").asInt()
                        + counts.path("claimed").asInt()
                        + counts.path("stalled").asInt()
                == 0;
    }
}

package dev.cairn.server.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All routes of people, and of what is in no project: what each {@link Person} is answered about {@link Whose} things. */
final class PeopleMatrix {
    /** A caller's mistake is never among them: what is not 2xx is refused for who asks, or for whose it is. */
    private static final String TABLE = """
            route                           whose     ADMIN MEMBER OTHER AGENT READER LIMITED ANONYMOUS
            POST /auth/browser-session      own       403   403    403   403   403    403     401
            POST /auth/browser-session/link own       403   403    403   403   403    403     401
            DELETE /auth/browser-session    own       204   204    204   204   204    204     401
            POST /auth/logout               own       204   204    204   403   403    403     401
            POST /auth/logout-all           own       200   200    200   403   403    403     401
            POST /auth/password             own       204   204    204   403   403    403     401
            GET /auth/me                    own       200   200    200   200   200    200     401
            GET /auth/sessions              own       200   200    200   403   403    403     401
            DELETE /auth/sessions/{session}       own       204   204    204   403   403    403     401
            DELETE /auth/sessions/{session}       another   404   404    404   403   403    403     401
            DELETE /auth/sessions/{session}       guessed   404   404    404   403   403    403     401
            GET /users                      own       200   200    200   200   200    200     401
            POST /users                     agent     201   201    201   403   403    403     401
            POST /users                     another   201   403    403   403   403    403     401
            GET /users/{user}               own       200   200    200   200   200    200     401
            GET /users/{user}               agent     200   200    200   200   200    200     401
            GET /users/{user}               another   200   200    200   200   200    200     401
            GET /users/{user}               gone      200   200    200   200   200    200     401
            GET /users/{user}               guessed   404   404    404   404   404    404     401
            PATCH /users/{user}             own       200   200    200   200   403    403     401
            PATCH /users/{user}             agent     200   200    403   200   403    403     401
            PATCH /users/{user}             another   200   403    403   403   403    403     401
            PATCH /users/{user}             gone      200   403    403   403   403    403     401
            PATCH /users/{user}             guessed   404   404    404   404   403    403     401
            POST /users/{user}/role         own       200   403    403   403   403    403     401
            POST /users/{user}/role         agent     200   403    403   403   403    403     401
            POST /users/{user}/role         another   200   403    403   403   403    403     401
            POST /users/{user}/role         gone      200   403    403   403   403    403     401
            POST /users/{user}/role         guessed   404   403    403   403   403    403     401
            POST /users/{user}/deactivate   own       200   200    200   403   403    403     401
            POST /users/{user}/deactivate   agent     200   200    403   403   403    403     401
            POST /users/{user}/deactivate   another   200   403    403   403   403    403     401
            POST /users/{user}/deactivate   gone      409   403    403   403   403    403     401
            POST /users/{user}/deactivate   retired   409   409    403   403   403    403     401
            POST /users/{user}/deactivate   guessed   404   404    404   403   403    403     401
            POST /users/{user}/reactivate   own       409   409    409   403   403    403     401
            POST /users/{user}/reactivate   agent     409   409    403   403   403    403     401
            POST /users/{user}/reactivate   another   409   403    403   403   403    403     401
            POST /users/{user}/reactivate   gone      200   403    403   403   403    403     401
            POST /users/{user}/reactivate   retired   200   200    403   403   403    403     401
            POST /users/{user}/reactivate   guessed   404   404    404   403   403    403     401
            POST /mcp                       own       200   200    200   200   200    200     401
            GET /backups                    own       200   403    403   403   403    403     401
            POST /backups                   own       201   403    403   403   403    403     401
            GET /metrics                    own       200   403    403   403   200    403     401
            GET /tokens                     own       200   200    200   403   403    403     401
            POST /tokens                    own       201   201    201   403   403    403     401
            POST /tokens                    agent     403   201    403   403   403    403     401
            POST /tokens                    another   403   403    403   403   403    403     401
            POST /tokens                    retired   403   409    403   403   403    403     401
            POST /tokens                    guessed   404   404    404   403   403    403     401
            GET /tokens/{token}             own       200   200    200   403   403    403     401
            GET /tokens/{token}             agent     200   200    404   403   403    403     401
            GET /tokens/{token}             another   200   404    404   403   403    403     401
            GET /tokens/{token}             gone      200   404    404   403   403    403     401
            GET /tokens/{token}             guessed   404   404    404   403   403    403     401
            DELETE /tokens/{token}          own       204   204    204   403   403    403     401
            DELETE /tokens/{token}          agent     204   204    404   403   403    403     401
            DELETE /tokens/{token}          another   204   404    404   403   403    403     401
            DELETE /tokens/{token}          gone      204   404    404   403   403    403     401
            DELETE /tokens/{token}          guessed   404   404    404   403   403    403     401
            GET /preferences                own       200   200    200   200   200    403     401
            PATCH /preferences              own       200   200    200   200   403    403     401
            GET /settings                   own       200   200    200   200   200    200     401
            PATCH /settings                 own       200   403    403   403   403    403     401
            GET /settings/user              own       200   200    200   200   200    403     401
            PUT /settings/user/{key}        own       200   200    200   200   403    403     401
            PUT /settings/user/{key}        another   200   200    200   200   403    403     401
            PUT /settings/user/{key}        guessed   200   200    200   200   403    403     401
            DELETE /settings/user/{key}     own       204   204    204   204   403    403     401
            DELETE /settings/user/{key}     another   404   404    404   404   403    403     401
            DELETE /settings/user/{key}     guessed   404   404    404   404   403    403     401
            GET /agents                     own       200   200    200   200   200    403     401
            POST /agents                    own       201   201    201   403   403    403     401
            GET /agents/{agent}             own       200   200    200   404   200    403     401
            GET /agents/{agent}             another   404   404    404   404   404    403     401
            GET /agents/{agent}             guessed   404   404    404   404   404    403     401
            PATCH /agents/{agent}           own       200   200    200   403   403    403     401
            PATCH /agents/{agent}           another   404   404    404   403   403    403     401
            PATCH /agents/{agent}           guessed   404   404    404   403   403    403     401
            DELETE /agents/{agent}          own       204   204    204   403   403    403     401
            DELETE /agents/{agent}          another   404   404    404   403   403    403     401
            DELETE /agents/{agent}          guessed   404   404    404   403   403    403     401
            POST /agents/{agent}/activate   own       409   409    409   403   403    403     401
            POST /agents/{agent}/activate   another   404   404    404   403   403    403     401
            POST /agents/{agent}/activate   guessed   404   404    404   403   403    403     401
            POST /agents/{agent}/deactivate own       200   200    200   403   403    403     401
            POST /agents/{agent}/deactivate another   404   404    404   403   403    403     401
            POST /agents/{agent}/deactivate guessed   404   404    404   403   403    403     401
            POST /agents/{agent}/preview    own       200   200    200   404   200    403     401
            POST /agents/{agent}/preview    another   404   404    404   404   404    403     401
            POST /agents/{agent}/preview    guessed   404   404    404   404   404    403     401
            GET /agents/{agent}/runs        own       200   200    200   404   200    403     401
            GET /agents/{agent}/runs        another   404   404    404   404   404    403     401
            GET /agents/{agent}/runs        guessed   404   404    404   404   404    403     401
            GET /runs                       own       200   200    200   200   200    403     401
            GET /usage                      own       200   200    200   200   200    403     401
            GET /providers                  own       200   200    200   200   200    403     401
            POST /providers                 own       201   201    201   403   403    403     401
            GET /providers/{provider}       own       200   200    200   200   200    403     401
            GET /providers/{provider}       another   404   404    404   404   404    403     401
            GET /providers/{provider}       guessed   404   404    404   404   404    403     401
            PATCH /providers/{provider}     own       200   200    200   403   403    403     401
            PATCH /providers/{provider}     another   404   404    404   403   403    403     401
            PATCH /providers/{provider}     guessed   404   404    404   403   403    403     401
            DELETE /providers/{provider}    own       204   204    204   403   403    403     401
            DELETE /providers/{provider}    another   404   404    404   403   403    403     401
            DELETE /providers/{provider}    guessed   404   404    404   403   403    403     401
            POST /providers/{provider}/default own       200   200    200   403   403    403     401
            POST /providers/{provider}/default another   404   404    404   403   403    403     401
            POST /providers/{provider}/default guessed   404   404    404   403   403    403     401
            POST /providers/{provider}/deactivate own       200   200    200   403   403    403     401
            POST /providers/{provider}/deactivate another   404   404    404   403   403    403     401
            POST /providers/{provider}/deactivate guessed   404   404    404   403   403    403     401
            POST /providers/{provider}/activate own       409   409    409   403   403    403     401
            POST /providers/{provider}/activate another   404   404    404   403   403    403     401
            POST /providers/{provider}/activate guessed   404   404    404   403   403    403     401
            POST /providers/{provider}/test own       200   200    200   200   403    403     401
            POST /providers/{provider}/test another   404   404    404   404   403    403     401
            POST /providers/{provider}/test guessed   404   404    404   404   403    403     401
            GET /prompts                    own       200   200    200   200   200    403     401
            POST /prompts                   own       201   201    201   201   403    403     401
            POST /imports/systems           own       200   200    200   403   403    403     401
            GET /secrets/check              own       200   403    403   403   403    403     401
            POST /secrets/rotate            own       200   403    403   403   403    403     401
            """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /auth/password", "{\"currentPassword\":\"$password$\",\"newPassword\":\"$password$!\"}"),
            Map.entry("POST /users agent", "{\"type\":\"agent\",\"name\":\"Robot\"}"),
            Map.entry(
                    "POST /users another", "{\"type\":\"human\",\"username\":\"$fresh$\",\"password\":\"$password$\"}"),
            Map.entry("POST /agents", "{\"name\":\"Robot\",\"role\":\"helper\"}"),
            Map.entry("PATCH /agents/{agent}", "{\"goal\":\"Help\"}"),
            Map.entry("PATCH /users/{user}", "{\"name\":\"Another name\"}"),
            Map.entry("POST /users/{user}/role", "{\"systemRole\":\"member\"}"),
            Map.entry("POST /users/{user}/deactivate", "{\"archiveProjects\":true}"),
            Map.entry("POST /tokens", "{\"name\":\"program\",\"scopes\":[\"read\"],\"userId\":\"$user$\"}"),
            Map.entry("POST /mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"),
            Map.entry(
                    "POST /providers",
                    "{\"name\":\"$fresh$\",\"type\":\"custom\",\"baseUrl\":\"http://127.0.0.1:9\",\"defaultModel\":\"m\"}"),
            Map.entry("PATCH /providers/{provider}", "{\"defaultModel\":\"another\"}"),
            Map.entry("POST /prompts", "{\"title\":\"$fresh$\",\"content\":\"words\"}"),
            Map.entry("POST /imports/systems", Promptliano.EMPTY),
            Map.entry("PATCH /preferences", "{\"theme\":\"dark\"}"),
            Map.entry("PATCH /settings", "{\"openRegistration\":true}"),
            Map.entry("PUT /settings/user/{key}", "{\"value\":1}"));

    /** What those get too who have not said who they are; all other routes want to know. */
    static final List<Opened> OPEN = List.of(
            new Opened(Call.of("GET ", null), 200),
            new Opened(Call.of("GET /openapi.yml", null), 200),
            new Opened(Call.of("GET /docs", null), 200),
            new Opened(Call.of("GET /docs/docs.js", null), 200),
            new Opened(Call.of("GET /docs/swagger-ui.css", null), 200),
            new Opened(Call.of("GET /docs/swagger-ui-bundle.js", null), 200),
            new Opened(Call.of("GET /health/liveness", null), 200),
            new Opened(Call.of("GET /health/readiness", null), 200),
            new Opened(Call.of("POST /auth/register", "{\"username\":\"$fresh$\",\"password\":\"$password$\"}"), 201),
            new Opened(Call.of("POST /auth/login", "{\"username\":\"$name$\",\"password\":\"$password$\"}"), 200));

    private PeopleMatrix() {}

    /** A route that takes no token, and what it answers. */
    record Opened(Call call, int status) {
        @Override
        public String toString() {
            return call.toString();
        }
    }

    /** What each caller is answered about whose things. */
    record Row(Call call, Whose whose, Map<Person, Integer> statuses) {
        int status(Person person) {
            return Objects.requireNonNull(statuses.get(person), "The table has a column for each caller");
        }

        @Override
        public String toString() {
            return call + " of " + whose;
        }
    }

    static List<Row> rows() {
        List<List<String>> lines =
                TABLE.lines().map(line -> List.of(line.split(" +"))).toList();
        List<String> header = lines.getFirst();
        return lines.stream().skip(1).map(words -> row(header, words)).toList();
    }

    /** @param header one word less than a line: a route is two */
    private static Row row(List<String> header, List<String> words) {
        String route = words.get(0) + " " + words.get(1);
        String whose = words.get(2);
        Map<Person, Integer> statuses = new EnumMap<>(Person.class);
        for (int i = 3; i < words.size(); i++) {
            statuses.put(Person.valueOf(header.get(i - 1)), Integer.valueOf(words.get(i)));
        }
        String body = BODIES.getOrDefault(route + " " + whose, BODIES.get(route));
        Call call = route.equals("POST /imports/systems")
                ? Call.of(route + "?format=promptliano", body)
                : Call.of(route, body);
        return new Row(call, Whose.valueOf(whose.toUpperCase(Locale.ROOT)), statuses);
    }
}

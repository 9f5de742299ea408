package dev.cairn.server.http;

import dev.cairn.server.http.HostileInputs.Hostile;
import java.util.ArrayList;
import java.util.List;

/** Hostile requests about collected data, artifacts and the log's retention. */
final class HostileLife {
    private HostileLife() {}

    static List<Hostile> collected() {
        List<Hostile> inputs = new ArrayList<>();
        for (String data : List.of(
                "[]",
                "{\"actors\":null}",
                "{\"goals\":null}",
                "{\"actors\":{}}",
                "{\"actors\":\"Ada\"}",
                "{\"actors\":[null]}",
                "{\"actors\":[7]}",
                "{\"actors\":[7.5]}",
                "{\"actors\":[[]]}",
                "{\"actors\":[{}]}",
                "{\"actors\":[\"\"]}",
                "{\"actors\":[\"\\u0000\"]}",
                "{\"actors\":[\"\\ud800\"]}",
                "{\"actors\":[{\"name\":\"a\",\"name\":\"b\"}]}",
                "{\"actors\":[{\"name\":\"a\",\"type\":\"robot\"}]}",
                "{\"actors\":[{\"name\":\"a\",\"goals\":\"g\"}]}",
                "{\"actors\":[{\"name\":\"a\",\"__proto__\":{}}]}",
                "{\"actors\":[\"" + "x".repeat(201) + "\"]}",
                "{\"useCases\":[{\"id\":\"\",\"name\":\"n\"}]}",
                "{\"useCases\":[{\"id\":1,\"name\":\"n\"}]}",
                "{\"useCases\":[{\"name\":\"n\",\"steps\":[{}]}]}",
                "{\"boundaries\":[]}",
                "{\"boundaries\":{\"inside\":[]}}",
                "{\"boundaries\":{\"internal\":[null]}}",
                "{\"entities\":[{\"name\":\"e\",\"attributes\":[{\"type\":\"t\"}]}]}",
                "{\"entities\":[{\"name\":\"e\",\"relationships\":[{\"label\":\"l\"}]}]}",
                "{\"goals\":[1e400]}",
                "{\"goals\":[99999999999999999999]}",
                "{\"goals\":[true]}",
                "{\"completeness\":100}")) {
            inputs.add(Hostile.json("PUT", "/projects/HOS/collected-data", data));
            inputs.add(Hostile.json("POST", "/projects/HOS/collected-data/merge", data));
        }
        inputs.add(Hostile.json("POST", "/projects/HOS/validate", "{\"score\":100}"));
        inputs.add(Hostile.json("PATCH", "/settings", "{\"activityRetentionDays\":\"1\"}"));
        inputs.add(Hostile.json("PATCH", "/settings", "{\"activityRetentionDays\":1.0}"));
        inputs.add(Hostile.json("PATCH", "/settings", "{\"activityRetentionDays\":1,\"x\":1}"));
        for (String query : List.of("minScore=-1", "minScore=", "minScore=1&minScore=2", "minscore=1")) {
            inputs.add(Hostile.read("/projects?" + query));
        }
        return inputs;
    }

    static List<Hostile> artifacts() {
        List<Hostile> inputs = new ArrayList<>();
        for (String fields : List.of(
                "\"title\":\"\",\"content\":\"c\"",
                "\"title\":\"t\",\"content\":7",
                "\"title\":\"t\",\"content\":null",
                "\"title\":\"t\",\"content\":\"\\u0000\"",
                "\"title\":\"t\",\"content\":\"\\udc00\"",
                "\"title\":\"t\",\"content\":\"c\",\"type\":\"picture\"",
                "\"title\":\"t\",\"content\":\"c\",\"format\":\"html\"",
                "\"title\":\"t\",\"content\":\"c\",\"status\":\"draft\"",
                "\"title\":\"t\",\"content\":\"c\",\"revision\":7",
                "\"title\":\"t\",\"content\":\"c\",\"sha256\":\"0\"",
                "\"title\":\"t\",\"content\":\"" + "x".repeat(1_048_577) + "\"")) {
            inputs.add(Hostile.json("POST", "/projects/HOS/artifacts", "{" + fields + "}"));
        }
        for (String types : List.of("\"requirements\"", "[7]", "[null]", "[\"REQUIREMENTS\"]", "{}", "null")) {
            inputs.add(Hostile.json("POST", "/projects/HOS/artifacts/generate", "{\"types\":" + types + "}"));
        }
        for (String number : List.of("0", "-1", "x", "1.0", "99999999999999999999", "%00")) {
            inputs.add(Hostile.read("/artifacts/" + HostileInputs.ID + "/revisions/" + number));
        }
        for (String query : List.of("type=picture", "status=OPEN", "sort=content", "include=content", "q=x")) {
            inputs.add(Hostile.read("/projects/HOS/artifacts?" + query));
        }
        inputs.add(Hostile.read("/artifacts/nonsense"));
        return inputs;
    }
}

package dev.cairn.model.fake;

import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.Optional;

/** The behaviors of the provider, chosen by the first part of the path or the end of the model's name. */
public enum Scenario {
    /** Answers with what it was asked. */
    NORMAL,
    /** Answers {@link FakeProvider#TOKENS twenty words}. */
    COUNT,
    /** Answers as {@link #COUNT}, a word every 200 ms. */
    SLOW,
    /** Sends words of several scripts one byte a chunk, so that characters of several bytes are torn apart. */
    SPLIT,
    /** Ends lines in CR LF, and sends pings between the events. */
    CRLF,
    /** Calls the first tool that it is offered, or {@code look}, and says so. */
    TOOLS,
    /** Stops because of the limit of tokens. */
    LENGTH,
    /** Sends twenty words, and no token count. */
    NO_USAGE,
    /** Breaks the connection after ten words. */
    CUT,
    /** Closes it in order after ten words, in the middle of the body. */
    CLOSED,
    /** Ends the body in order, without the last event. */
    UNFINISHED,
    /** Tells of an error after ten words. */
    ERROR_EVENT,
    /** Sends a line that is no event after ten words. */
    GARBAGE,
    /** Sends an event that is no JSON after ten words. */
    BROKEN_JSON,
    /** Answers with a page. */
    HTML,
    /** Takes the question and says nothing. */
    SILENT,
    /** Sends the head, and no more. */
    HEAD_ONLY,
    /** Says ten words, and then nothing. */
    STALL,
    /** Has been asked too often: 429, come again in two seconds. */
    RATE_LIMITED,
    /** Has too much to do: 503, come again in two seconds. */
    OVERLOADED,
    /** Fails: 500. */
    FAILING,
    /** Does not know the key, and repeats it: 401. */
    UNAUTHORIZED,
    /** Does not like the question, and repeats the key: 400. */
    INVALID,
    /** Points to a trap: 307. */
    REDIRECT,
    /** Sends words without end. */
    ENDLESS,
    /** Sends a line that never ends. */
    LONG_LINE,
    /** Fails with an error that never ends: 500. */
    LONG_ERROR,
    /** Says the key, in two parts. */
    SAY_KEY,
    /** Fails in the middle of the stream, and repeats the key. */
    ECHO_KEY;

    /** Answers the scenario of this name; empty when there is none. */
    public static Optional<Scenario> of(String name) {
        return Arrays.stream(values())
                .filter(scenario -> Wire.of(scenario).replace('_', '-').equals(name))
                .findFirst();
    }

    /** Answers its name in paths and in names of models: {@code no-usage}. */
    public String path() {
        return Wire.of(this).replace('_', '-');
    }
}

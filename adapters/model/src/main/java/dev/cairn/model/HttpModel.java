package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Failure;
import dev.cairn.application.model.Model;
import dev.cairn.application.model.ProbeResult;
import dev.cairn.application.model.ProviderProbe;
import dev.cairn.application.model.ProviderSecrets;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.domain.model.AddressRules;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks models over HTTP, each time on a connection of its own, on the caller's thread. It logs nothing, neither what is sent nor
 * what comes (T6, L9).
 */
public final class HttpModel implements Model, ProviderProbe {
    private static final Question TRIAL =
            new Question(null, null, List.of(new Turn.User("Hi")), List.of(), null, 1, null);

    private final ProviderSecrets secrets;
    private final Map<String, String> environment;
    private final Supplier<Networks> networks;
    private final Clock clock;
    private final ModelLimits limits;
    private final Resolver resolver;

    /**
     * @param environment the variables that providers may name
     * @param networks the private networks that are allowed now
     */
    public HttpModel(
            ProviderSecrets secrets, Map<String, String> environment, Supplier<Networks> networks, Clock clock) {
        this(secrets, environment, networks, clock, ModelLimits.USUAL);
    }

    /** @param limits others than usual */
    public HttpModel(
            ProviderSecrets secrets,
            Map<String, String> environment,
            Supplier<Networks> networks,
            Clock clock,
            ModelLimits limits) {
        this(secrets, environment, networks, clock, limits, Resolver.SYSTEM);
    }

    HttpModel(
            ProviderSecrets secrets,
            Map<String, String> environment,
            Supplier<Networks> networks,
            Clock clock,
            ModelLimits limits,
            Resolver resolver) {
        this.secrets = secrets;
        this.environment = Map.copyOf(environment);
        this.networks = networks;
        this.clock = clock;
        this.limits = limits;
        this.resolver = resolver;
    }

    @Override
    public Answer ask(ModelProvider provider, Question question, AnswerListener listener, Cancellation cancellation) {
        String model = question.model() == null ? provider.content().defaultModel() : question.model();
        AnswerInProgress answer = new AnswerInProgress(model, listener);
        if (cancellation.cancelled()) {
            return answer.cancelled();
        }
        Scrubber scrubber = new Scrubber(null);
        try {
            ProviderKey key = key(provider);
            scrubber = new Scrubber(key);
            answer.without(key);
            Wire wire = Wire.of(provider.content().type());
            BaseUrl url = provider.content().address();
            try (Exchange exchange = new Exchange(url, rules(provider), limits, resolver);
                    Cancellation.Registration _ = cancellation.onCancel(exchange::abort)) {
                byte[] body = Trees.bytes(wire.body(question, model, true));
                Reply reply = exchange.post(wire.path(url), headers(wire, key, true), body);
                requireStream(reply, wire, scrubber);
                new EventReader(reply.body(), wire, answer, limits).read();
            }
            return answer.ended();
        } catch (ProviderFailure failure) {
            return cancellation.cancelled() || Thread.currentThread().isInterrupted()
                    ? answer.cancelled()
                    : answer.failed(cleaned(failure, scrubber));
        }
    }

    private void requireStream(Reply reply, Wire wire, Scrubber scrubber) throws ProviderFailure {
        if (reply.status() != 200) {
            throw Refusal.of(reply, limits, scrubber, clock.instant());
        }
        if (!wire.streams(reply.mediaType())) {
            throw new ProviderFailure(
                    FailureKind.NOT_A_STREAM, "The provider answered with something else than a stream of events");
        }
    }

    @Override
    public ProbeResult probe(ModelProvider provider) {
        long begin = System.nanoTime();
        Failure failure = tried(provider);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        return failure == null
                ? new ProbeResult(true, millis, null, null)
                : new ProbeResult(false, millis, failure.kind(), failure.detail());
    }

    private @Nullable Failure tried(ModelProvider provider) {
        ModelLimits ofTrial = limits.ofTrial();
        Scrubber scrubber = new Scrubber(null);
        try {
            ProviderKey key = key(provider);
            scrubber = new Scrubber(key);
            Wire wire = Wire.of(provider.content().type());
            BaseUrl url = provider.content().address();
            try (Exchange exchange = new Exchange(url, rules(provider), ofTrial, resolver)) {
                byte[] body = Trees.bytes(wire.body(TRIAL, provider.content().defaultModel(), false));
                Reply reply = exchange.post(wire.path(url), headers(wire, key, false), body);
                if (reply.status() != 200) {
                    throw Refusal.of(reply, ofTrial, scrubber, clock.instant());
                }
                String text = new String(reply.body().whole(ofTrial.firstToken()), StandardCharsets.UTF_8);
                JsonNode json = Trees.parsed(text);
                if (json == null) {
                    throw new ProviderFailure(FailureKind.GARBAGE, "The provider's answer is no JSON");
                }
                Said.requireNoError(json);
                if (!wire.isAnswer(json)) {
                    throw new ProviderFailure(
                            FailureKind.GARBAGE, "The answer is not in the form of this type: is baseUrl right?");
                }
            }
            return null;
        } catch (ProviderFailure failure) {
            return cleaned(failure, scrubber);
        }
    }

    /** Checks the URL again, since the rules may have changed since it was written. */
    private AddressRules rules(ModelProvider provider) throws ProviderFailure {
        AddressRules rules = AddressRules.of(provider.content().type(), networks.get());
        try {
            rules.requireWritten(provider.content().address());
        } catch (Invalid refused) {
            throw new ProviderFailure(FailureKind.REFUSED_ADDRESS, refused.reason());
        }
        return rules;
    }

    private @Nullable ProviderKey key(ModelProvider provider) throws ProviderFailure {
        String variable = provider.content().secretEnv();
        ProviderKey key;
        try {
            key = variable == null ? secrets.open(provider) : ofEnvironment(variable);
        } catch (Conflict unreadable) {
            throw new ProviderFailure(FailureKind.SECRET_UNREADABLE, unreadable.reason());
        }
        if (key == null && provider.content().type().needsKey()) {
            throw new ProviderFailure(
                    FailureKind.UNAUTHORIZED, "The provider %s has no secret: set one".formatted(provider.name()));
        }
        return key;
    }

    private ProviderKey ofEnvironment(String variable) throws ProviderFailure {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new ProviderFailure(
                    FailureKind.UNAUTHORIZED,
                    "The variable %s is not set in the server's environment".formatted(variable));
        }
        try {
            return new ProviderKey(value);
        } catch (Invalid _) {
            throw new ProviderFailure(
                    FailureKind.UNAUTHORIZED, "The variable %s holds what can be no key".formatted(variable));
        }
    }

    private static Map<String, String> headers(Wire wire, @Nullable ProviderKey key, boolean stream) {
        Map<String, String> headers = new LinkedHashMap<>(wire.headers(key));
        headers.put("Accept", stream && !wire.byLines() ? "text/event-stream" : "*/*");
        return headers;
    }

    /** Whatever a failure says has passed here: errors inside of streams hold the provider's own words (L9). */
    private static Failure cleaned(ProviderFailure thrown, Scrubber scrubber) {
        Failure failure = thrown.failure();
        String clean = scrubber.clean(failure.detail());
        return new Failure(
                failure.kind(), failure.retryAfter(), clean.isEmpty() ? "The provider reported an error" : clean);
    }
}

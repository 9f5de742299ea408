package dev.cairn.http.door;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An argument that a route gets by its type, made of the request's head. */
public record FromRequest<T>(Argument<T> argumentType, BiFunction<Argument<T>, HttpRequest<?>, @Nullable T> made)
        implements TypedRequestArgumentBinder<T>, PostponedRequestArgumentBinder<T> {
    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
        Optional<T> value = Optional.ofNullable(made.apply(context.getArgument(), request));
        return () -> value;
    }
}

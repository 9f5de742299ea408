package dev.cairn.http.door;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.util.Arrays;
import java.util.stream.Stream;

/** The parameters that a route declares: those of its record, and single ones. */
public final class Declared {
    private Declared() {}

    public static Stream<String> parameters(Argument<?>... arguments) {
        return Arrays.stream(arguments).flatMap(Declared::parameters);
    }

    private static Stream<String> parameters(Argument<?> argument) {
        if (argument.isAnnotationPresent(RequestBean.class)) {
            return QueryBinder.names(argument);
        }
        return argument.isAnnotationPresent(QueryValue.class)
                ? Stream.of(argument.getAnnotationMetadata()
                        .stringValue(Bindable.class)
                        .orElse(argument.getName()))
                : Stream.empty();
    }
}

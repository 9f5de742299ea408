package dev.cairn.http.door;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request into the record that declares them; a record in it declares some more. */
@Singleton
public final class QueryBinder
        implements AnnotatedRequestArgumentBinder<RequestBean, Object>,
                TypedRequestArgumentBinder<Object>,
                PostponedRequestArgumentBinder<Object> {
    @Override
    public Class<RequestBean> getAnnotationType() {
        return RequestBean.class;
    }

    @Override
    public Argument<Object> argumentType() {
        return Argument.OBJECT_ARGUMENT;
    }

    @Override
    public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
        Object query = read(introspection(context.getArgument()).orElseThrow(), request.getParameters());
        return () -> Optional.of(query);
    }

    /** The names of the parameters that a route's records declare. */
    public static Stream<String> names(Argument<?>... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.isAnnotationPresent(RequestBean.class))
                .flatMap(QueryBinder::components);
    }

    private static Stream<String> components(Argument<?> record) {
        return Arrays.stream(introspection(record).orElseThrow().getConstructorArguments())
                .flatMap(component ->
                        introspection(component).isPresent() ? components(component) : Stream.of(name(component)));
    }

    /** Returns the name of a component's parameter. */
    public static String name(Argument<?> component) {
        return component.getAnnotationMetadata().stringValue(Called.class).orElseGet(component::getName);
    }

    private static Object read(BeanIntrospection<?> record, HttpParameters parameters) {
        Argument<?>[] components = record.getConstructorArguments();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            BeanIntrospection<?> part = introspection(components[i]).orElse(null);
            values[i] = part == null
                    ? Parameters.read(components[i], parameters.get(name(components[i])))
                    : read(part, parameters);
        }
        return record.instantiate(false, values);
    }

    private static Optional<? extends BeanIntrospection<?>> introspection(Argument<?> component) {
        return BeanIntrospector.SHARED.findIntrospection(component.getType());
    }
}

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
final class QueryBinder
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

    /** The names of the parameters that a record declares. */
    static Stream<String> names(Argument<?> record) {
        return Arrays.stream(introspection(record).orElseThrow().getConstructorArguments())
                .flatMap(component ->
                        introspection(component).isPresent() ? names(component) : Stream.of(component.getName()));
    }

    private static Object read(BeanIntrospection<?> record, HttpParameters parameters) {
        @Nullable
        Object[] values = Arrays.stream(record.getConstructorArguments())
                .map(component -> introspection(component)
                        .<@Nullable Object>map(part -> read(part, parameters))
                        .orElseGet(() -> Parameters.read(component, parameters.get(component.getName()))))
                .toArray();
        return record.instantiate(false, values);
    }

    private static Optional<? extends BeanIntrospection<?>> introspection(Argument<?> component) {
        return BeanIntrospector.SHARED.findIntrospection(component.getType());
    }
}

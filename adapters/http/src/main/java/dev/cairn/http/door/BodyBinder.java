package dev.cairn.http.door;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.json.FieldReader;
import dev.cairn.json.Partial;
import dev.cairn.json.StrictJson;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Body}, on the thread of the route and before anything else is done. An introspected record is read
 * component by component: one that may be null may be absent, a truth value that is absent is false, an absent list is empty
 * unless it is {@link Required}, an unwrapped record takes the fields that are left. A {@link Partial} takes those of the record that
 * it edits. All other types are read by the mapper.
 */
@Singleton
final class BodyBinder
        implements AnnotatedRequestArgumentBinder<Body, Object>,
                TypedRequestArgumentBinder<Object>,
                PostponedRequestArgumentBinder<Object> {
    private final StrictJson json;
    private final Map<Class<?>, BodyReader<?>> readers;

    BodyBinder(StrictJson json, List<BodyReader<?>> readers) {
        this.json = json;
        this.readers = readers.stream().collect(Collectors.toMap(BodyReader::type, Function.identity()));
    }

    @Override
    public Class<Body> getAnnotationType() {
        return Body.class;
    }

    @Override
    public Argument<Object> argumentType() {
        return Argument.OBJECT_ARGUMENT;
    }

    @Override
    public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
        Argument<Object> argument = context.getArgument();
        byte[] bytes = RequestBody.of(request);
        if (argument.getType() == (Class<?>) Unread.class) {
            return () -> Optional.of(new Unread(bytes));
        }
        FieldReader object =
                argument.isAnnotationPresent(MayBeEmpty.class) ? json.optionalObject(bytes) : json.object(bytes);
        BodyReader<?> reader = readers.get(argument.getType());
        Object value = reader == null ? whole(argument, object) : reader.read(object, request);
        object.end();
        return () -> Optional.of(value);
    }

    private Object whole(Argument<?> argument, FieldReader object) {
        return argument.getType() == Partial.class
                ? object.partial(edited(argument))
                : read(argument.getType(), object);
    }

    private static Class<? extends Record> edited(Argument<?> patch) {
        return patch.getFirstTypeVariable().orElseThrow().getType().asSubclass(Record.class);
    }

    private <T> T read(Class<T> type, FieldReader object) {
        return BeanIntrospector.SHARED
                .findIntrospection(type)
                .map(record -> read(record, object))
                .orElseGet(() -> object.as(type));
    }

    private <T> T read(BeanIntrospection<T> record, FieldReader object) {
        Argument<?>[] components = record.getConstructorArguments();
        @Nullable Object[] values = new @Nullable Object[components.length];
        // An unwrapped component takes whatever is left: it comes last, wherever it stands.
        for (boolean unwrapped : new boolean[] {false, true}) {
            for (int i = 0; i < values.length; i++) {
                if (components[i].isAnnotationPresent(JsonUnwrapped.class) == unwrapped) {
                    values[i] = unwrapped ? whole(components[i], object) : read(components[i], object);
                }
            }
        }
        return record.instantiate(false, values);
    }

    private @Nullable Object read(Argument<?> component, FieldReader object) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return object.flag(name);
        }
        if (type == List.class) {
            return list(component, object);
        }
        Class<?> boxed = ReflectionUtils.getWrapperType(type);
        return component.isNullable() ? object.take(name, boxed) : object.require(name, boxed);
    }

    private @Nullable List<?> list(Argument<?> component, FieldReader object) {
        String name = component.getName();
        Argument<?> each = component.getFirstTypeVariable().orElseThrow();
        Class<?> element = each.getType();
        if (element == Partial.class) {
            return object.takePartials(name, edited(each));
        }
        if (component.isNullable()) {
            return object.optionalList(name, element);
        }
        if (BeanIntrospector.SHARED.findIntrospection(element).isPresent()) {
            return object.requireObjects(name).stream()
                    .map(one -> ended(element, one))
                    .toList();
        }
        return component.isAnnotationPresent(Required.class)
                ? object.requireList(
                        name,
                        element,
                        component
                                .getAnnotationMetadata()
                                .intValue(Required.class, "max")
                                .orElse(Limits.BULK_MAX))
                : object.takeList(name, element);
    }

    private Object ended(Class<?> type, FieldReader object) {
        Object value = read(type, object);
        object.end();
        return value;
    }
}

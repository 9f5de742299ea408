package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parameters;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.QueryBinder;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.web.router.MethodBasedRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters in the query of one route: what its records declare, with what they take. */
final class Query {
    private final Schemas schemas;
    private final MethodBasedRouteInfo<?, ?> route;

    Query(Schemas schemas, MethodBasedRouteInfo<?, ?> route) {
        this.schemas = schemas;
        this.route = route;
    }

    void addTo(List<Object> parameters, Argument<?> record) {
        BeanIntrospection<?> introspection = BeanIntrospector.SHARED.getIntrospection(record.getType());
        for (Argument<?> component : introspection.getConstructorArguments()) {
            if (BeanIntrospector.SHARED.findIntrospection(component.getType()).isPresent()) {
                addTo(parameters, component);
                continue;
            }
            boolean sorts =
                    record.getType() == Paging.class && component.getName().equals("sort");
            Map<String, Object> parameter = Operation.parameter(
                    "query", QueryBinder.name(component), false, sorts ? sort() : component(component));
            if (component.getType() == List.class) {
                parameter.put("style", "form");
                parameter.put("explode", false);
            }
            parameters.add(parameter);
        }
    }

    private Map<String, Object> component(Argument<?> component) {
        Class<?> type = component.getType();
        if (type == Archived.class) {
            return ordered("type", "string", "enum", List.of("false", "true", "any"), "default", "false");
        }
        if (type == Includes.class) {
            return ordered(
                    "type",
                    "string",
                    "description",
                    "Separated by commas: "
                            + String.join(
                                    ", ", component.getAnnotationMetadata().stringValues(Parts.class)));
        }
        if (type == List.class) {
            return ordered(
                    "type",
                    "array",
                    "items",
                    schemas.written(
                            schemas.type(component.getFirstTypeVariable().orElseThrow())));
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return whole(component.getAnnotationMetadata());
        }
        Map<String, Object> text = ordered("type", "string");
        component.getAnnotationMetadata().intValue(Longest.class).ifPresent(max -> text.put("maxLength", max));
        return text;
    }

    private static Map<String, Object> whole(AnnotationMetadata said) {
        Map<String, Object> whole = ordered(
                "type",
                "integer",
                "minimum",
                said.intValue(Within.class, "min").orElse(0),
                "maximum",
                said.intValue(Within.class, "max").orElse(Parameters.WHOLE_MAX));
        int absent = said.intValue(Within.class, "absent").orElse(Within.NOTHING);
        if (absent != Within.NOTHING) {
            whole.put("default", absent);
        }
        return whole;
    }

    /** What the route sorts by is what it hands to its {@link Paging}. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> sort() {
        Refusals reached = Refusals.of(route.getTargetMethod().getTargetMethod());
        List<String> fields = ((Set<String>) reached.constants(Set.class, Paging.class, "by")
                        .findFirst()
                        .orElseThrow())
                .stream().sorted().toList();
        Sort standard =
                reached.constants(Sort.class, Paging.class, "by").findFirst().orElseThrow();
        String one = "-?(" + String.join("|", fields) + ")";
        return ordered(
                "type",
                "string",
                "description",
                "Separated by commas, each once, descending after a minus: " + String.join(", ", fields),
                "pattern",
                "^" + one + "(," + one + ")*$",
                "default",
                standard.orders().stream()
                        .map(order -> (order.descending() ? "-" : "") + order.field())
                        .collect(Collectors.joining(",")));
    }
}

package dev.cairn.server.openapi;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.http.door.BodyReader;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Parameters;
import dev.cairn.http.door.Whole;
import dev.cairn.http.door.Within;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.ticket.LinkWord;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** With which codes a request is refused around the route: for what it holds, and for who sends it. */
final class DoorCodes {
    /** What any request may be refused with, and no route has a part in. */
    static final Set<WireCode> ANYWHERE = anywhere();

    private final MethodBasedRouteInfo<?, ?> route;
    private final String path;
    private final List<Argument<?>> arguments;
    private final boolean open;

    /** @param open whether it answers those too who are not known */
    DoorCodes(MethodBasedRouteInfo<?, ?> route, String path, boolean open) {
        this.open = open;
        this.route = route;
        this.path = path;
        this.arguments = List.of(route.getTargetMethod().getArguments());
    }

    private static Set<WireCode> anywhere() {
        Set<WireCode> codes = new HashSet<>(EnumSet.of(
                ErrorCode.BUSY,
                ErrorCode.OUTCOME_UNKNOWN,
                ErrorCode.DAMAGED,
                ErrorCode.DISK_FULL,
                ErrorCode.READ_ONLY,
                ErrorCode.MOVING,
                ErrorCode.CONSTRAINT));
        codes.addAll(EnumSet.complementOf(EnumSet.of(
                HttpCode.TOKEN_REQUIRED,
                HttpCode.TOKEN_INVALID,
                HttpCode.OWNER_DEACTIVATED,
                HttpCode.ORIGIN_REQUIRED,
                HttpCode.LOCAL_TOKEN_REQUIRED,
                HttpCode.ACCOUNTS_OFF,
                HttpCode.TOO_MANY_REQUESTS)));
        return codes;
    }

    /** A change that may name the version it expects. */
    boolean isConditionalChange() {
        return takes(Expected.class);
    }

    boolean isRepeatable() {
        return has(Idempotent.class);
    }

    void addTo(Refusals reached) {
        Set<WireCode> codes = reached.codes();
        if (arguments.stream().noneMatch(DoorCodes::bringsText)) {
            codes.removeIf(code -> code != ErrorCode.MALFORMED_ID
                    && code != ErrorCode.UNKNOWN_VALUE // of somebody who is named by the path, and does not fit
                    && Responses.isOfInput(code)); // of contents that are made anew from what is stored
        }
        codes.add(ErrorCode.INVALID); // a parameter that is not known, or a condition that means nothing here
        boolean needsAccounts = has("dev.cairn.http.user.NeedsAccounts");
        if (!open || needsAccounts) { // without accounts nobody comes in by them
            codes.addAll(List.of(HttpCode.TOKEN_REQUIRED, HttpCode.TOKEN_INVALID, HttpCode.OWNER_DEACTIVATED));
            if (!isRead()) {
                codes.add(HttpCode.ORIGIN_REQUIRED);
            }
        }
        boolean read = arguments.stream().anyMatch(a -> a.isAnnotationPresent(Body.class));
        if (route instanceof UriRouteInfo<?, ?> uri
                && uri.getHttpMethod().permitsRequestBody()
                && !read
                && !isDelete(uri)) {
            codes.addAll(List.of(ErrorCode.RANGE, ErrorCode.CHARACTERS)); // of a body that is read only to be refused
        }
        if (isConditionalChange() || isRead()) {
            codes.add(ErrorCode.FORMAT);
        }
        if (isRepeatable()) {
            codes.addAll(List.of(ErrorCode.FORMAT, ErrorCode.IDEMPOTENCY_IN_FLIGHT, ErrorCode.IDEMPOTENCY_MISMATCH));
        }
        if (needsAccounts) {
            codes.add(HttpCode.ACCOUNTS_OFF);
        }
        arguments.forEach(argument -> add(argument, reached));
    }

    private static boolean isDelete(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName().equals("DELETE");
    }

    boolean isRead() {
        return isRead(route);
    }

    static boolean isRead(MethodBasedRouteInfo<?, ?> route) {
        return ((UriRouteInfo<?, ?>) route).getHttpMethodName().equals("GET");
    }

    private boolean takes(Class<?> type) {
        return arguments.stream().anyMatch(argument -> argument.getType() == type);
    }

    private static boolean bringsText(Argument<?> argument) {
        return argument.isAnnotationPresent(Body.class)
                || (argument.isAnnotationPresent(RequestBean.class)
                        && Arrays.stream(argument.getType().getRecordComponents())
                                .anyMatch(component -> component.getType() != boolean.class));
    }

    private void add(Argument<?> argument, Refusals reached) {
        if (argument.isAnnotationPresent(RequestBean.class)) {
            reached.codes().addAll(Refusals.namedIn(Parameters.class.getName()));
            read(argument.getType(), reached, new HashSet<>());
        } else if (argument.isAnnotationPresent(Body.class) && argument.getType() != InputStream.class) {
            reached.codes().addAll(Refusals.namedIn("dev.cairn.json"));
            Arrays.stream(argument.getType().getDeclaredClasses())
                    .filter(BodyReader.class::isAssignableFrom)
                    .forEach(reader -> reached.through(reader, "read"));
            classes(argument.asParameterizedType()).forEach(each -> read(each, reached, new HashSet<>()));
        } else if (path.contains("{" + argument.getName() + "}")) {
            inPath(argument.getType(), reached);
        }
    }

    private static void inPath(Class<?> type, Refusals reached) {
        if (type == Whole.class) {
            reached.codes().add(ErrorCode.FORMAT);
        } else if (type == LinkWord.class) {
            reached.codes().add(ErrorCode.UNKNOWN_VALUE);
        } else if (type == SettingKey.class) {
            reached.through(type, "<init>");
        } else if (List.of(Id.class, TicketRef.class, ProjectRef.class).contains(type)) {
            reached.through(type, "parse");
        }
    }

    /** All that is made of what is read: the constructors and factories of the records and of what they hold. */
    private static void read(Class<?> type, Refusals reached, Set<Class<?>> seen) {
        if (!type.getName().startsWith("dev.cairn") || type.isEnum() || !seen.add(type)) {
            return;
        }
        Stream.of("<init>", "parse", "of", "command").forEach(name -> reached.through(type, name));
        if (type.isRecord()) {
            if (Arrays.stream(type.getDeclaredFields()).anyMatch(each -> each.isAnnotationPresent(Longest.class))) {
                reached.through(Text.class, "optional");
            }
            if (Arrays.stream(type.getDeclaredFields()).anyMatch(each -> each.isAnnotationPresent(Within.class))) {
                reached.through(Limits.class, "range");
            }
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(DoorCodes::classes)
                    .forEach(each -> read(each, reached, seen));
        }
    }

    private static Stream<Class<?>> classes(Type type) {
        return switch (type) {
            case Class<?> one -> Stream.of(one);
            case ParameterizedType several ->
                Stream.concat(
                        classes(several.getRawType()),
                        Arrays.stream(several.getActualTypeArguments()).flatMap(DoorCodes::classes));
            default -> Stream.of();
        };
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return route.getTargetMethod().isAnnotationPresent(annotation);
    }

    private boolean has(String annotation) {
        return route.getTargetMethod().hasAnnotation(annotation);
    }
}

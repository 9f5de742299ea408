package dev.cairn.server.openapi;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.TooManyRequests;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.server.architecture.Product;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which codes a method can end with: those that the byte code names on any way from it. Stores are followed too, but not what
 * they make of rows, which was checked before it was stored; where they write, they refuse what is {@link Taken}.
 */
public final class Refusals {
    private static final JavaClasses PRODUCT = Product.CLASSES;

    private static final Pattern STORAGE = Pattern.compile("dev\\.cairn\\.(persistence|sqlite|schema)\\b.*");
    private static final Pattern GUARDS = Pattern.compile("dev\\.cairn\\.domain\\.(access|error)");
    private static final Pattern WRITES = Pattern.compile("(insert|restore|save|put).*|update");

    private static final Map<Step, Found> FOUND = new ConcurrentHashMap<>();

    /**
     * What is executed, and for which class: what a superclass calls on itself is looked for there.
     *
     * @param receiver the class whose method it is, which may inherit it
     */
    private record Step(JavaCodeUnit unit, JavaClass receiver) {}

    /** What one step names, makes and leads to. */
    private record Found(Set<WireCode> codes, Set<JavaClass> made, Set<Step> next) {}

    private final Set<Step> seen = new HashSet<>();
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Set<WireCode> codes = new HashSet<>();
    private final Set<JavaClass> made = new HashSet<>();

    private Refusals() {}

    static Refusals of(Method method) {
        return new Refusals().through(method.getDeclaringClass(), method.getName());
    }

    /** Goes on through all methods of this name, or through the constructors for {@code <init>}. */
    Refusals through(Class<?> type, String name) {
        JavaClass owner = PRODUCT.get(type);
        owner.getCodeUnits().stream()
                .filter(unit -> unit.getName().equals(name))
                .forEach(unit -> ahead.add(new Step(unit, owner)));
        for (Step step = ahead.poll(); step != null; step = ahead.poll()) {
            if (seen.add(step)) {
                follow(step);
            }
        }
        return this;
    }

    Set<WireCode> codes() {
        return codes;
    }

    boolean make(Class<?> type) {
        return made.stream().anyMatch(each -> each.isEquivalentTo(type));
    }

    /** Whether a method is on a way; an overloaded one is told apart by the number of its parameters. */
    boolean reaches(Class<?> type, String name, int parameters) {
        return seen.stream()
                .map(Step::unit)
                .anyMatch(unit -> unit.getOwner().isEquivalentTo(type)
                        && unit.getName().equals(name)
                        && unit.getRawParameterTypes().size() == parameters);
    }

    /** The values of the constants of a type, named where a method is called. */
    <T> Stream<T> constants(Class<T> type, Class<?> owner, String method) {
        return seen.stream()
                .map(Step::unit)
                .filter(unit -> unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                                && call.getName().equals(method)))
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .filter(access -> access.getTarget().getRawType().isEquivalentTo(type))
                .map(access -> type.cast(constant(access.getTarget())));
    }

    private static Object constant(FieldAccessTarget target) {
        Field field = target.resolveMember().orElseThrow().reflect();
        field.setAccessible(true);
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the classes of a package, or one class, name wherever they do. */
    static Set<WireCode> namedIn(String name) {
        return PRODUCT.stream()
                .filter(type ->
                        type.getPackageName().equals(name) || type.getName().equals(name))
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(Refusals::named)
                .collect(toCollection(HashSet::new));
    }

    private void follow(Step step) {
        Found found = FOUND.computeIfAbsent(step, Refusals::find);
        codes.addAll(found.codes());
        made.addAll(found.made());
        ahead.addAll(found.next());
    }

    private static Found find(Step step) {
        Set<WireCode> codes = named(step.unit).collect(toCollection(HashSet::new));
        if (isStorage(step.receiver) && WRITES.matcher(step.unit.getName()).matches()) {
            codes.addAll(taken(step.receiver));
        }
        Set<Step> next = new HashSet<>();
        Set<JavaClass> made = new HashSet<>();
        Stream.concat(step.unit.getCallsFromSelf().stream(), step.unit.getCodeUnitReferencesFromSelf().stream())
                .filter(call -> isFollowed(step.unit.getOwner(), call.getTargetOwner()))
                .forEach(call -> {
                    Target target = Target.of(call);
                    if (target.isConstructor()) {
                        made.add(call.getTargetOwner());
                    }
                    next(step, call.getTargetOwner(), target).forEach(next::add);
                });
        return new Found(codes, made, next);
    }

    private static Stream<WireCode> named(JavaCodeUnit unit) {
        Stream<WireCode> constants = unit.getFieldAccesses().stream()
                .filter(access -> !unit.getOwner().isEnum())
                .flatMap(access -> Stream.of(ErrorCode.values(), HttpCode.values())
                        .flatMap(Arrays::stream)
                        .filter(code -> access.getTargetOwner().isEquivalentTo(code.getDeclaringClass())
                                && access.getTarget().getName().equals(code.name())));
        boolean limited = unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(TooManyRequests.class));
        return limited ? Stream.concat(constants, Stream.of(HttpCode.TOO_MANY_REQUESTS)) : constants;
    }

    private static boolean isFollowed(JavaClass from, JavaClass to) {
        return to.getPackageName().startsWith("dev.cairn")
                && (!isStorage(from)
                        || isStorage(to)
                        || GUARDS.matcher(to.getPackageName()).matches());
    }

    private static boolean isStorage(JavaClass type) {
        return STORAGE.matcher(type.getPackageName()).matches();
    }

    private static Stream<Step> next(Step from, JavaClass owner, Target target) {
        if (target.isConstructor()) {
            return target.in(owner).map(unit -> new Step(unit, owner));
        }
        boolean own = from.receiver.isAssignableTo(owner.getName()) && !owner.isInterface();
        Stream<JavaClass> receivers = own
                ? Stream.of(from.receiver)
                : owner.getAllSubclasses().stream()
                        .filter(type -> !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT) || isStorage(type));
        return Stream.concat(receivers, Stream.of(owner))
                .flatMap(receiver -> target.inherited(receiver).map(unit -> new Step(unit, receiver)));
    }

    private static Set<WireCode> taken(JavaClass store) {
        return store.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .filter(type -> type.isAnnotatedWith(Taken.class) || type.isAnnotatedWith(Taken.All.class))
                .flatMap(type -> Arrays.stream(type.reflect().getAnnotationsByType(Taken.class)))
                .map(Taken::code)
                .collect(toCollection(HashSet::new));
    }

    /** A method or constructor, by name and parameters. */
    private record Target(String name, List<String> parameters) {
        static Target of(JavaAccess<?> access) {
            var target = (CodeUnitAccessTarget) access.getTarget();
            return new Target(
                    target.getName(),
                    target.getRawParameterTypes().stream()
                            .map(JavaClass::getName)
                            .toList());
        }

        boolean isConstructor() {
            return name.equals("<init>");
        }

        Stream<JavaCodeUnit> in(JavaClass owner) {
            return owner.getCodeUnits().stream()
                    .filter(unit -> unit.getName().equals(name)
                            && unit.getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .toList()
                                    .equals(parameters));
        }

        /** The nearest declaration upwards. */
        Stream<JavaCodeUnit> inherited(JavaClass type) {
            List<JavaCodeUnit> own = in(type).toList();
            if (!own.isEmpty()) {
                return own.stream();
            }
            return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                    .filter(above -> above.getPackageName().startsWith("dev.cairn"))
                    .flatMap(this::inherited);
        }
    }

    /** Sorted as the guide sorts them. */
    static List<String> names(Collection<WireCode> codes) {
        return new TreeSet<>(codes.stream().map(WireCode::wire).toList())
                .stream().toList();
    }
}

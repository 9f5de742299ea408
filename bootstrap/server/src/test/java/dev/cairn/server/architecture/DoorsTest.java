package dev.cairn.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.context.ServerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A route's method says what it takes and what it answers; how that is read and written stands around it (ADR 26). */
class DoorsTest {
    private static final int ROUTES_AT_LEAST = 110;

    private static final JavaClasses HTTP = Product.in("dev.cairn.http");

    private static Stream<JavaClass> controllers() {
        return HTTP.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .filter(type -> !type.getSimpleName().contains("$"));
    }

    private static List<JavaMethod> routes() {
        List<JavaMethod> routes = controllers()
                .flatMap(controller -> controller.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethodMapping.class))
                .toList();
        assertThat(routes).as("the rules see all routes").hasSizeGreaterThan(ROUTES_AT_LEAST);
        return routes;
    }

    /** Imports read an {@code InputStream} and exports answer a {@code StreamedFile}. */
    @Test
    void noRouteTakesOrAnswersBytes() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(signature(route))
                        .as(route.getFullName())
                        .noneMatch(type -> type.getName().contains("byte[]")
                                || type.getName().contains("[B")));
    }

    /** The record that declares a parameter is what reads it: none is declared and then left alone. */
    @Test
    void parametersAreDeclaredByRecordsAlone() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.getParameters())
                        .as(route.getFullName())
                        .noneMatch(parameter -> parameter.isAnnotatedWith(QueryValue.class)));
    }

    @Test
    void noClosureOfAControllerMakesAnother() {
        assertThat(controllers())
                .allSatisfy(controller -> assertThat(model(controller).methods())
                        .as(controller.getName())
                        .noneMatch(method -> isClosure(method) && makesClosures(method)));
    }

    /** Another caller's thread may run a route (ADR 12): all it may ask are its arguments. */
    @Test
    void onlyTheAdviceAsksForTheRequestOfItsThread() {
        noClasses()
                .that()
                .doNotHaveSimpleName("IdempotencyAdvice")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServerRequestContext.class)
                .check(HTTP);
    }

    private static Stream<JavaType> signature(JavaMethod route) {
        return Stream.concat(route.getParameterTypes().stream(), Stream.of(route.getReturnType()));
    }

    private static ClassModel model(JavaClass type) {
        URI place = type.getSource().orElseThrow().getUri();
        try (InputStream in = place.toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isClosure(MethodModel method) {
        return method.methodName().stringValue().startsWith("lambda$");
    }

    private static boolean makesClosures(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction made
                        && Objects.equals(made.bootstrapMethod().owner().displayName(), "LambdaMetafactory"));
    }
}

package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.UseCases;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the compiler cannot say of a container (ADR 25): everything that a use case asks for is there. */
class UseCasesTest {
    @Test
    void everyUseCaseCanBeMadeAndIsMadeOnce() throws ReflectiveOperationException {
        List<Method> accessors = Arrays.stream(UseCases.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .toList();
        assertThat(accessors).hasSizeGreaterThan(20);
        try (Cairn cairn = Cairn.temporary()) {
            for (Method accessor : accessors) {
                assertThat(accessor.invoke(cairn)).as(accessor.getName()).isSameAs(accessor.invoke(cairn));
            }
        }
    }
}

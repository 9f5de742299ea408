package dev.cairn.server.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.error.WireCode;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.server.architecture.ErrorGuide.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of errors and the codes of all layers say the same. */
class ErrorGuideTest {
    private static final JavaClasses PRODUCT = Product.CLASSES;

    /** What each kind of error is answered with, if not something of its own. */
    private static final Map<Class<?>, Integer> KINDS =
            Map.of(Invalid.class, 400, Denied.class, 403, Conflict.class, 409, Unavailable.class, 503);

    private static final Map<ErrorCode, Set<Integer>> OF_THEIR_OWN = Map.of(
            ErrorCode.INVALID_CREDENTIALS, Set.of(401),
            ErrorCode.STALE_VERSION, Set.of(409, 412),
            ErrorCode.IDEMPOTENCY_MISMATCH, Set.of(422),
            ErrorCode.OUTCOME_UNKNOWN, Set.of(500, 503),
            ErrorCode.DISK_FULL, Set.of(507));

    private final Map<String, Row> guide = ErrorGuide.read();

    private static Stream<WireCode> codes() {
        return PRODUCT.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(WireCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(WireCode.class::cast);
    }

    @Test
    void everyCodeOfEveryLayerIsOnThePageAndNoOther() {
        assertThat(guide.keySet()).isEqualTo(codes().map(WireCode::wire).collect(toSet()));
    }

    @Test
    void thePageNamesTheStatusOfEachCode() {
        for (HttpCode code : HttpCode.values()) {
            assertThat(row(code).statuses()).as(code.wire()).containsExactly(code.status());
        }
        OF_THEIR_OWN.forEach((code, statuses) ->
                assertThat(row(code).statuses()).as(code.wire()).isEqualTo(statuses));
        Stream<JavaCodeUnit> units =
                PRODUCT.stream().filter(type -> !type.isEnum()).flatMap(type -> type.getCodeUnits().stream());
        units.forEach(unit -> {
            Set<JavaClass> kinds = unit.getCallsFromSelf().stream()
                    .map(JavaAccess::getTargetOwner)
                    .filter(owner -> KINDS.keySet().stream().anyMatch(owner::isEquivalentTo))
                    .collect(toSet());
            List<ErrorCode> named = unit.getFieldAccesses().stream()
                    .filter(access -> access.getTargetOwner().isEquivalentTo(ErrorCode.class))
                    .map(access -> ErrorCode.valueOf(access.getTarget().getName()))
                    .filter(code -> !OF_THEIR_OWN.containsKey(code))
                    .toList();
            if (kinds.size() == 1 && named.size() == 1) {
                assertThat(row(named.getFirst()).statuses())
                        .as("%s, which %s names", named.getFirst().wire(), unit.getFullName())
                        .containsExactly(KINDS.get(kinds.iterator().next().reflect()));
            }
        });
    }

    /** One name may mean the same in two layers: a command asks for the token that a server would ask for. */
    @Test
    void aCodeHasOneMeaning() {
        Set<String> seen = new TreeSet<>();
        assertThat(codes().map(WireCode::wire).filter(code -> !seen.add(code))).containsExactly("token_required");
    }

    private Row row(WireCode code) {
        return guide.getOrDefault(code.wire(), new Row(Set.of(), ""));
    }
}

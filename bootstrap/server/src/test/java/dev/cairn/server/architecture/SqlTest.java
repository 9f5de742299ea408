package dev.cairn.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.cairn.persistence.bad.UnmeasuredStore;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** ADR 10: questions to the database are generated; who writes its own SQL says for which budget. */
class SqlTest {
    private static final int MEASURED_MAX = 14;
    private static final int GENERATED_PER_OWN = 3;

    /** What all stores share stands in these, once each: finding as somebody, lists, soft deletion, inserts of many; search. */
    private static final String SHARED =
            "dev\\.cairn\\.persistence\\.(kernel\\.(SharedSql|GuardedFinder|KeysetList|RowList|SoftDeletion|Conditions)"
                    + "|search\\.SqlSearchIndex)(\\$.*)?";

    private static final Set<String> STATEMENTS = Set.of(
            "query",
            "rows",
            "first",
            "one",
            "returning",
            "returningRows",
            "update",
            "updateVersioned",
            "batch",
            "insertAll");

    private static final JavaClasses PERSISTENCE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.cairn.persistence");

    private static final ArchRule HAND_WRITTEN_SQL_IS_LISTED = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cairn.persistence.jdbc")
            .and(DescribedPredicate.describe("are not @Measured", owner -> !measured(owner)))
            .and()
            .haveNameNotMatching(SHARED)
            .and()
            .haveNameNotMatching(".*\\$(Intercepted|Definition).*")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Sql.class);

    @Test
    void whoWritesSqlNamesTheBudgetThatItServes() {
        HAND_WRITTEN_SQL_IS_LISTED.check(PERSISTENCE);
        JavaClasses bad = new ClassFileImporter().importClasses(UnmeasuredStore.class);
        assertThat(HAND_WRITTEN_SQL_IS_LISTED.evaluate(bad).hasViolation()).isTrue();
    }

    @Test
    void fewClassesAreMeasured() {
        assertThat(PERSISTENCE.stream().filter(owner -> owner.isAnnotatedWith(Measured.class)))
                .hasSizeBetween(1, MEASURED_MAX);
    }

    /** As {@code bin/count-queries} prints them for each store. */
    @Test
    void threeOfFourQuestionsAreGenerated() {
        long own = PERSISTENCE.stream()
                .filter(owner -> !owner.getPackageName().equals("dev.cairn.persistence.jdbc"))
                .flatMap(owner -> owner.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Sql.class) && STATEMENTS.contains(call.getName()))
                .count();
        assertThat(generated()).hasSizeGreaterThanOrEqualTo(Math.toIntExact(own) * GENERATED_PER_OWN);
    }

    /** The methods that Micronaut Data implements. */
    private static List<String> generated() {
        return PERSISTENCE.stream()
                .filter(owner -> owner.getName().endsWith("$Intercepted"))
                .flatMap(owner -> owner.getMethods().stream())
                .filter(Predicate.not(method ->
                        method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)))
                .map(method -> method.getFullName())
                .distinct()
                .toList();
    }

    private static boolean measured(JavaClass owner) {
        return owner.isAnnotatedWith(Measured.class)
                || owner.getEnclosingClass().filter(SqlTest::measured).isPresent();
    }
}

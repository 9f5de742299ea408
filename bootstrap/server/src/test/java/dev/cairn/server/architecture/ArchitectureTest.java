package dev.cairn.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.cairn.application.bad.ChattyService;
import dev.cairn.application.bad.UnguardedService;
import dev.cairn.application.port.Transactions;
import dev.cairn.bad.LibraryThatShowsItsContainer;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.bad.ConcreteRepository;
import dev.cairn.domain.bad.DomainThatKnowsTheApplication;
import dev.cairn.domain.bad.DomainWithAFramework;
import dev.cairn.domain.bad.EntityWithASystemClock;
import dev.cairn.domain.bad.MilestoneRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.bad.ControllerWithItsOwnTransaction;
import dev.cairn.http.bad.RowOutsidePersistence;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule holds for all classes of the product, and rejects a class that breaks it on purpose. */
class ArchitectureTest {
    private static final int CLASSES_AT_LEAST = 1_500;
    private static final JavaClasses PRODUCT = Product.CLASSES;

    private static final Pattern SHOWN =
            Pattern.compile("dev\\.cairn\\.(application|domain)\\..*|dev\\.cairn\\.[A-Z].*|java\\..*|[a-z]+");
    private static final Set<String> BY_REFERENCE = Set.of(
            "find", "findAny", "findAll", "findWithTasks", "require", "requireAny", "requireWithTasks", "requireShown");

    /** What each adapter may know of the others: the stores stand on two rooms below them (ADR 28). */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("sqlite", Set.of()),
            Map.entry("schema", Set.of("sqlite")),
            Map.entry("persistence", Set.of("sqlite", "schema")),
            Map.entry("interchange", Set.of("sqlite")),
            Map.entry("crypto", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("http", Set.of()),
            Map.entry("studio", Set.of()),
            Map.entry("mcp", Set.of()),
            Map.entry("client", Set.of()),
            Map.entry("cli", Set.of("client")));

    private static final ArchRule DOMAIN_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("dev.cairn.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.cairn.domain..", "java..", "org.jspecify..");
    private static final ArchRule APPLICATION_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("dev.cairn.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.cairn.application..", "dev.cairn.domain..", "java..", "org.jspecify..");
    private static final ArchRule ROWS_STAY_IN_PERSISTENCE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cairn.persistence..")
            .should(dependOnClassesThat(describe(
                    "are rows",
                    c -> c.getPackageName().startsWith("dev.cairn.persistence")
                            && c.getSimpleName().endsWith("Row"))));
    private static final ArchRule PORTS_ARE_INTERFACES = classes()
            .that()
            .resideInAPackage("dev.cairn.application.port")
            .or()
            .haveNameMatching("dev\\.cairn\\.domain\\..*Repository")
            .should()
            .beInterfaces();
    private static final ArchRule CONSTRUCTOR_INJECTION_ONLY = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.cairn..")
            .should()
            .beAnnotatedWith("jakarta.inject.Inject");
    /** The clock is given with the options; the times of files, which {@code Wiring} hands on, are the machine's. */
    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAPackage("dev.cairn..")
            .and()
            .doNotHaveFullyQualifiedName("dev.cairn.CairnOptions")
            .and()
            .doNotHaveFullyQualifiedName("dev.cairn.Wiring")
            .should()
            .accessTargetWhere(describe("asks the machine for the time", ArchitectureTest::asksTheMachine));

    private static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cairn.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
    private static final ArchRule TRANSACTIONS_BELONG_TO_USE_CASES = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cairn.application..", "dev.cairn.persistence.jdbc..", "dev.cairn")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactions.class);

    /**
     * By reference, things in projects are found with an Access (R6). What is listed works below something that was
     * found so, or for nobody: the sweeper. An import and an export work below the project that was found with one.
     */
    private static final ArchRule THINGS_IN_PROJECTS_ARE_FOUND_WITH_AN_ACCESS = noClasses()
            .that()
            .resideInAPackage("dev.cairn.application..")
            .and()
            .haveNameNotMatching(
                    "dev\\.cairn\\.application\\."
                            + "(ticket\\.(TicketFlow|ImportedMoves)|queue\\.(ItemFlow|ItemEnding|SweepService)|interchange\\.(?!ImportService).*|artifact\\.ArtifactImport"
                            + "|file\\.(FileService|IndexRun|IndexSlice|Summaries|WatchedFolders)|relevance\\.FileRanking|selection\\.(NamedFiles|SelectionService))")
            .should()
            .callMethodWhere(describe("find something in a project without an Access", ArchitectureTest::unguarded));

    /** A new store of something in projects has to be guarded, or to be listed here. */
    private static final ArchRule STORES_ARE_GUARDED = classes()
            .that()
            .haveNameMatching("dev\\.cairn\\.domain\\..*Repository")
            .and()
            .haveNameNotMatching("dev\\.cairn\\.domain\\."
                    + "(kernel\\.Repository|access\\..*|user\\..*|job\\..*|agent\\..*|memory\\..*|model\\..*|setting\\..*|overview\\.OverviewRepository"
                    + "|interchange\\.(AliasRepository|StagingRepository)|project\\.MemberRepository|ticket\\.TicketLinkRepository|artifact\\.RevisionRepository|conversation\\.ParticipantRepository|collected\\.CollectedRepository"
                    + "|file\\.(FileImport|FileSelection|FileWord|ProjectFolder)Repository)")
            .should()
            .beAssignableTo(Guarded.class);

    /** A program that uses the library needs to know nothing but the library, its use cases, and Java (ADR 25). */
    private static final ArchRule THE_LIBRARY_SHOWS_NEITHER_ADAPTERS_NOR_FRAMEWORKS = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("dev.cairn", "dev.cairn.bad")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .should(ArchCondition.from(describe(
                    "show only the library's types, use cases, the domain and Java",
                    unit -> Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .allMatch(type -> SHOWN.matcher(
                                            type.getBaseComponentType().getName())
                                    .matches()))));

    /** A use case says what it wants on whose behalf; those of people, who are in no project, ask the caller itself. */
    private static final ArchRule USE_CASES_ASK_FOR_ACCESS = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.cairn.application..")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(
                    "dev.cairn.application.user",
                    "dev.cairn.application.setting",
                    "dev.cairn.application.database",
                    "dev.cairn.application.metric",
                    "dev.cairn.application.model")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("SweepService")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("RetentionService")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("AgentService")
            .and(describe(
                    "take a caller",
                    method ->
                            method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Caller.class))))
            .should(ArchCondition.from(describe(
                    "ask for access, themselves or through methods of their class",
                    method -> asksForAccess(method, new HashSet<>()))));

    @Test
    void theRulesSeeTheWholeProduct() {
        assertThat(PRODUCT).hasSizeGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void theDomainStandsAlone() {
        holds(DOMAIN_STANDS_ALONE, DomainThatKnowsTheApplication.class);
        rejects(DOMAIN_STANDS_ALONE, DomainWithAFramework.class);
    }

    @Test
    void theApplicationKnowsTheDomainOnly() {
        APPLICATION_KNOWS_THE_DOMAIN_ONLY.check(PRODUCT);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        for (String adapter : MAY_KNOW.keySet()) {
            String[] others = MAY_KNOW.keySet().stream()
                    .filter(a -> !a.equals(adapter)
                            && !MAY_KNOW.getOrDefault(adapter, Set.of()).contains(a))
                    .map(a -> "dev.cairn." + a + "..")
                    .toArray(String[]::new);
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("dev.cairn." + adapter + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others);
            rule.check(PRODUCT);
            if (adapter.equals("http")) {
                rejects(rule, ControllerWithItsOwnTransaction.class);
            }
        }
    }

    /** ADR 28: whoever wants one writer and many readers on a SQLite file needs nothing else of Cairn. */
    @Test
    void theSqliteEngineStandsAlone() {
        classes()
                .that()
                .resideInAPackage("dev.cairn.sqlite..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.cairn.sqlite..", "org.sqlite..", "java..", "javax.sql..", "org.jspecify..")
                .check(PRODUCT);
    }

    /** ADR 28: of the product, the schema engine knows the port that it implements, and how texts are written. */
    @Test
    void theSchemaEngineKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("dev.cairn.schema..")
                .should(dependOnClassesThat(describe(
                        "are of a feature",
                        c -> c.getPackageName().startsWith("dev.cairn.")
                                && Stream.of(
                                                "schema",
                                                "sqlite",
                                                "application.database",
                                                "domain.kernel",
                                                "domain.error")
                                        .noneMatch(known -> ("dev.cairn." + known).equals(c.getPackageName())
                                                || c.getPackageName().startsWith("dev.cairn." + known + ".")))))
                .check(PRODUCT);
    }

    /** ADR 26 */
    @Test
    void theRoomForJsonKnowsNoAdapterAndNoContainer() {
        classes()
                .that()
                .resideInAPackage("dev.cairn.json..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.cairn.json..",
                        "dev.cairn.application..",
                        "dev.cairn.domain..",
                        "com.fasterxml.jackson..",
                        "java..",
                        "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void featuresAreFreeOfCycles() {
        for (String module : List.of("domain", "application", "schema", "persistence", "http", "mcp")) {
            slices().matching("dev.cairn." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(PRODUCT);
        }
    }

    @Test
    void rowsStayInPersistence() {
        holds(ROWS_STAY_IN_PERSISTENCE, RowOutsidePersistence.class);
    }

    @Test
    void portsAreInterfaces() {
        holds(PORTS_ARE_INTERFACES, ConcreteRepository.class);
    }

    @Test
    void injectionIsThroughConstructors() {
        holds(CONSTRUCTOR_INJECTION_ONLY, ControllerWithItsOwnTransaction.class);
    }

    /** R2 */
    @Test
    void timeComesFromAClock() {
        holds(TIME_COMES_FROM_A_CLOCK, EntityWithASystemClock.class);
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(ONLY_THE_COMMAND_LINE_PRINTS, ChattyService.class);
    }

    @Test
    void transactionsBelongToUseCases() {
        holds(TRANSACTIONS_BELONG_TO_USE_CASES, ControllerWithItsOwnTransaction.class);
    }

    @Test
    void thingsInProjectsAreFoundWithAnAccess() {
        holds(THINGS_IN_PROJECTS_ARE_FOUND_WITH_AN_ACCESS, UnguardedService.class);
    }

    @Test
    void storesOfThingsInProjectsAreGuarded() {
        holds(STORES_ARE_GUARDED, MilestoneRepository.class);
    }

    @Test
    void theLibraryShowsNeitherAdaptersNorFrameworks() {
        holds(THE_LIBRARY_SHOWS_NEITHER_ADAPTERS_NOR_FRAMEWORKS, LibraryThatShowsItsContainer.class);
    }

    @Test
    void useCasesAskForAccess() {
        holds(USE_CASES_ASK_FOR_ACCESS, UnguardedService.class);
    }

    private static boolean unguarded(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(Guarded.class)
                && BY_REFERENCE.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Access.class));
    }

    private static boolean asksForAccess(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Access.class)
                                || (call.getTargetOwner().equals(method.getOwner())
                                        && call.getTarget()
                                                .resolveMember()
                                                .filter(called -> asksForAccess(called, seen))
                                                .isPresent()));
    }

    private static void holds(ArchRule rule, Class<?> bad) {
        rule.check(PRODUCT);
        rejects(rule, bad);
    }

    private static void rejects(ArchRule rule, Class<?> bad) {
        JavaClasses broken = new ClassFileImporter().importClasses(bad);
        assertThat(rule.allowEmptyShould(true).evaluate(broken).hasViolation())
                .as("%s rejects %s", rule.getDescription(), bad)
                .isTrue();
    }

    /** Calls as well as references to methods. */
    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (owner.equals(System.class.getName())) {
            return access.getName().equals("currentTimeMillis");
        }
        boolean ofClock = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Clock.class));
        return owner.startsWith("java.time.")
                && (access.getName().startsWith("system") || (access.getName().equals("now") && !ofClock));
    }
}

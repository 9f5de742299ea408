package dev.cairn.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The product's own classes, without what the container's compiler makes of them: read once for all tests that look at them. */
public final class Product {
    public static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .withImportOption(location -> !location.contains("$Definition") && !location.contains("$Introspection"))
            .importPackages("dev.cairn");

    private Product() {}

    /** Those of a package and what is in it. */
    static JavaClasses in(String name) {
        return CLASSES.that(JavaClass.Predicates.resideInAPackage(name + ".."));
    }
}

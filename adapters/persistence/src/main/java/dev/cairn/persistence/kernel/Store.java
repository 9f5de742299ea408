package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A store that Micronaut Data completes: there is one of it, and its queries take ids as parameters. */
@Documented
@Singleton
@JdbcRepository(dialect = Dialect.POSTGRES)
@TypeDef(type = DataType.LONG, classes = Id.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SuppressWarnings(
        "InjectScopeAnnotationOnInterfaceOrAbstractClass") // Stores are abstract until Micronaut completes them.
public @interface Store {}

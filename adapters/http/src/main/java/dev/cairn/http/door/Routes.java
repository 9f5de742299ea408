package dev.cairn.http.door;

import io.micronaut.context.annotation.AliasFor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Routes below a path; they may wait for the database, and so run on threads that may. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Routes {
    @AliasFor(annotation = Controller.class, member = "value")
    String value();
}

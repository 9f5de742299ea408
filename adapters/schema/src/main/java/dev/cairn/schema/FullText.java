package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Rows whose text is found by full-text search, in the scope of their project and their kind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FullText {
    /** The word by which a search asks for this kind. */
    String kind();

    /** The column with the title; none when empty. */
    String title() default "";

    /** The column with the longer text. */
    String body();

    /** The column with the words that the engines do not see in the text, or nothing. */
    String beside() default "";

    /** The column of the project; in the table that {@link #through} refers to, when that is given. */
    String project() default "project_id";

    /** The foreign key to the table that knows the project. */
    String through() default "";
}

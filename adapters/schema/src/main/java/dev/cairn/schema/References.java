package dev.cairn.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A foreign key to the id of what another row keeps. It gets an index unless one of the table starts with it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface References {
    /** The record of the domain: the row of {@code Ticket} is {@code TicketRow}. */
    Class<?> value();

    OnDelete onDelete();
}

package dev.cairn.bad;

import dev.cairn.persistence.jdbc.Sql;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** Bad twice: a program that calls it would have to know the container and an adapter. */
public final class LibraryThatShowsItsContainer {
    private final ApplicationContext context;

    public LibraryThatShowsItsContainer(ApplicationContext context) {
        this.context = context;
    }

    public List<Sql> statements() {
        return List.copyOf(context.getBeansOfType(Sql.class));
    }
}

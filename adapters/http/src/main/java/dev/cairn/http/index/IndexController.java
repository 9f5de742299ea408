package dev.cairn.http.index;

import dev.cairn.http.HttpSettings;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The entry page of the API: the addresses of its parts, and every route. */
@Controller
final class IndexController {
    private static final Map<String, String> LINKS = Map.of(
            "projects",
            HttpSettings.BASE + "/projects",
            "overviews",
            HttpSettings.BASE + "/overviews",
            "search",
            HttpSettings.BASE + "/search",
            "activity",
            HttpSettings.BASE + "/activity",
            "users",
            HttpSettings.BASE + "/users",
            "liveness",
            "/health/liveness",
            "readiness",
            "/health/readiness",
            "page",
            "/",
            "docs",
            "/docs",
            "openapi",
            "/openapi.yml");

    private final BeanProvider<Router> router;
    private final boolean accounts;

    /** @param router asked late, as it is made of all controllers */
    IndexController(BeanProvider<Router> router, HttpSettings settings) {
        this.router = router;
        this.accounts = settings.accounts();
    }

    /**
     * @param accounts whether people log in here; elsewhere a link of {@code cairn open} lets a browser in
     * @param routes as in {@code GET /api/v1/tickets/{ticket}}
     */
    record Index(String name, String version, boolean accounts, Map<String, String> links, List<String> routes) {}

    @Get(HttpSettings.BASE)
    Index index() {
        String version = Optional.ofNullable(IndexController.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Index("cairn", version, accounts, LINKS, routes());
    }

    private List<String> routes() {
        TreeSet<String> routes = router.get()
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD")
                        && !route.getHttpMethodName().equals("OPTIONS"))
                .map(IndexController::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(routes);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}

package io.rollouthub.hub.metrics;

import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollouthub.http.Routes;

/** {@code /metrics}, in Prometheus's text format. */
final class MetricsRoutes implements Routes {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsRoutes(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        Handler scrape = context ->
                context.header("Cache-Control", "no-store").contentType(FORMAT).result(registry.scrape());
        routes.get("/metrics", scrape).head("/metrics", scrape);
    }
}

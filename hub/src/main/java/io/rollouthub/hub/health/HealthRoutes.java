package io.rollouthub.hub.health;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.Json;
import io.rollouthub.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code /health/live} and {@code /health/ready}: 200 if all is well, else 503, with every check as JSON. Probes need no
 * credentials; where others do, the details, which name servers, are left out.
 */
public record HealthRoutes(Health health, HttpSettings settings) implements Routes {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        Handler live = context -> answer(context, "live", health::live);
        Handler ready = context -> answer(context, "ready", health::ready);
        routes.get(LIVE, live).head(LIVE, live).get(READY, ready).head(READY, ready);
    }

    @Override
    public Set<String> open() {
        return Set.of(LIVE, READY);
    }

    private void answer(Context context, String what, Supplier<List<Health.Check>> look) {
        List<Health.Check> checks = new ArrayList<>(look.get());
        boolean well = checks.stream().allMatch(Health.Check::ok);
        if (settings.credentials() != null || settings.proxy() != null) {
            checks.replaceAll(one -> new Health.Check(one.check(), one.ok(), null));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(what, well);
        answer.put("checks", checks);
        context.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .contentType(Json.CONTENT_TYPE)
                .result(Json.write(answer));
    }
}

package io.rollouthub.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before all routes: turns away who may not ask, and tells browsers to be strict with every answer. */
final class Guard extends Handler.Wrapper {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private final Admission admission;

    Guard(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        beStrict(response.getHeaders());
        Denial denial = admission.judge(request);
        if (denial == null) {
            return super.handle(request, response, callback);
        }
        if (denial == Denial.CREDENTIALS) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Rollout Hub\", charset=\"UTF-8\"");
        } else if (denial == Denial.METHOD) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        ErrorAnswer.write(response, denial.status(), denial.sentence(), callback);
        return true;
    }

    static void beStrict(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
    }
}

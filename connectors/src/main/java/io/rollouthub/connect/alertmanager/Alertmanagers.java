package io.rollouthub.connect.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.connect.alert.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instances of one Alertmanager; each is to be told everything, as they tell each other nothing of open alerts. */
record Alertmanagers(List<URI> endpoints, Post post) {
    private static final Logger LOG = LoggerFactory.getLogger(Alertmanagers.class);
    private static final int ALERTS_A_POST = 500;
    private static final int SHOWN = 500;

    /** Tells all; what one refuses as wrong is logged, not repeated. IOException: which could not be told, and why. */
    void post(List<ObjectNode> alerts) throws IOException, InterruptedException {
        IOException failure = null;
        for (URI endpoint : endpoints) {
            try {
                for (int from = 0; from < alerts.size(); from += ALERTS_A_POST) {
                    post(endpoint, alerts.subList(from, Math.min(alerts.size(), from + ALERTS_A_POST)));
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void post(URI endpoint, List<ObjectNode> alerts) throws IOException, InterruptedException {
        ArrayNode body = JsonNodeFactory.instance.arrayNode().addAll(alerts);
        HttpResponse<String> response =
                post.send(endpoint, Map.of("Content-Type", "application/json"), body.toString());
        int status = response.statusCode();
        if (status == 400) {
            // It has taken the others of the batch.
            LOG.error("{} finds alerts wrong: {}", Post.shown(endpoint), shorten(response.body()));
        } else if (status / 100 != 2) {
            throw new IOException(Post.shown(endpoint) + " answers " + status + ": " + shorten(response.body()));
        }
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}

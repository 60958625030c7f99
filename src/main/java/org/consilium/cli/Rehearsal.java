package org.consilium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Visits the first pages as a browser would, so that the ahead-of-time cache learns what a start needs. */
final class Rehearsal {
    private Rehearsal() {}

    static void visit(String entrance) throws InterruptedException {
        try (var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var start = URI.create(entrance);
            for (var address : List.of(start, start.resolve("/"), start.resolve("/nowhere"))) {
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

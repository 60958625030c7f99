package org.consilium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.samples.SamplePeople;

/**
 * Visits the pages once as a browser would, with a made-up person, so that the ahead-of-time cache learns what a start and the
 * first clicks need. A page that fails ends nothing: the cache is only a little smaller.
 */
final class Rehearsal {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private static final List<String> PAGES = List.of(
            "",
            "/records",
            "/records/timeline",
            "/situation/symptoms",
            "/assessment",
            "/missing",
            "/requests",
            "/opinions",
            "/compare",
            "/decide",
            "/decide/ready",
            "/decide/goals",
            "/decide/result",
            "/decide/summary",
            "/decide/summary.pdf",
            "/trail");

    private final HttpClient client;
    private final URI start;

    private Rehearsal(HttpClient client, URI start) {
        this.client = client;
        this.start = start;
    }

    static void visit(String entrance) throws InterruptedException {
        try (var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            new Rehearsal(client, URI.create(entrance)).play();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play() throws IOException, InterruptedException {
        var home = page(start);
        page(start.resolve("/nowhere"));
        var token = TOKEN.matcher(home.body());
        if (!token.find()) {
            return;
        }
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var sample = start.resolve("/samples/" + SamplePeople.ids().getFirst());
        var opened = send(HttpRequest.newBuilder(sample)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (opened.statusCode() == 200) {
            for (var page : PAGES) {
                page(URI.create(opened.uri() + page));
            }
        }
    }

    private HttpResponse<String> page(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
}

package org.consilium.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/** Someone at a browser without script: follows links, fills in forms, keeps cookies. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final String BOUNDARY = "consilium-test-boundary";

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String csrf = "";

    private Visitor(String address) {
        this.address = address;
    }

    /** Someone who has the launch link. */
    public static Visitor in(TestSite site) throws IOException, InterruptedException {
        var visitor = new Visitor(site.address());
        visitor.get(URI.create(site.link()).toString().substring(site.address().length()));
        return visitor;
    }

    /** Someone who has found the port and nothing else. */
    public static Visitor stranger(TestSite site) {
        return new Visitor(site.address());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return text(request(path).GET().build());
    }

    /** The very first answer, without going where it leads. */
    public HttpResponse<String> first(String path) throws IOException, InterruptedException {
        try (var once = HttpClient.newHttpClient()) {
            return once.send(request(path).GET().build(), BodyHandlers.ofString());
        }
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    /** Sends a form as the page would, with its token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var pairs = new ArrayList<String>();
        pairs.add("_csrf=" + encode(csrf));
        fields.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return postRaw(path, String.join("&", pairs));
    }

    /** Sends a form body as it is, without the token unless it is in there. */
    public HttpResponse<String> postRaw(String path, String form) throws IOException, InterruptedException {
        return text(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends a form as the page's script would: an answer for a program, the token in a header. */
    public HttpResponse<String> ask(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return client.send(
                request(path)
                        .header("Accept", "application/json")
                        .header("X-CSRF-TOKEN", csrf)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a piece of a file as the page's script would. */
    public HttpResponse<String> patch(String path, long offset, byte[] piece) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Accept", "application/json")
                        .header("X-CSRF-TOKEN", csrf)
                        .header("Upload-Offset", Long.toString(offset))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(piece))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The very head of such a piece, as it goes over the wire, to break off after it. */
    String headOfPatch(String path, long offset, int announced) {
        var session = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
        return "PATCH " + path + " HTTP/1.1\r\nHost: "
                + URI.create(address).getAuthority() + "\r\nCookie: " + session + "\r\nX-CSRF-TOKEN: " + csrf
                + "\r\nUpload-Offset: " + offset + "\r\nContent-Type: application/offset+octet-stream"
                + "\r\nContent-Length: " + announced + "\r\n\r\n";
    }

    /** Hands in a file through a form field. */
    public HttpResponse<String> upload(String path, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write(part("name=\"_csrf\"", ""));
        body.write(csrf.getBytes(StandardCharsets.UTF_8));
        body.write(part(
                "name=\"" + field + "\"; filename=\"" + name + "\"", "Content-Type: application/octet-stream\r\n"));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return text(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String disposition, String more) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
    }

    private HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        var token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return response;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

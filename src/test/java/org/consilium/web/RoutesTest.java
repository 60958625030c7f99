package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, taken from the program itself: closed to strangers, closed to other people's cases, closed without a token. */
class RoutesTest {
    private static final List<String> OPEN =
            List.of("GET /start", "POST /language", " /error", "GET /review/start", "POST /review/start");

    private final TestSite site = TestSite.shared();

    @Test
    void everyRouteButTheWayInRefusesAStranger() throws Exception {
        var stranger = Visitor.stranger(site);
        for (var route : routes()) {
            if (!OPEN.contains(route)) {
                var answer = go(stranger, route, UUID.randomUUID());
                assertThat(answer).as(route).isIn(401, 403);
            }
        }
    }

    @Test
    void noRouteShowsTheCaseOfSomebodyElse() throws Exception {
        var other = site.bean(People.class).add();
        var theirs = site.bean(Cases.class)
                .open(other, new NewCase("Secret of somebody else", Whose.SELF, null, "en"))
                .id();
        var me = Visitor.in(site);
        me.get("/");
        for (var route : routes()) {
            if (route.contains("/cases/{id}")) {
                assertThat(go(me, route, theirs)).as(route).isIn(404, 400);
            }
        }
        assertThat(me.get("/").body()).doesNotContain("Secret of somebody else");
    }

    @Test
    void nothingChangesWithoutTheTokenOfThePage() throws Exception {
        var me = Visitor.in(site);
        me.get("/");
        var before = me.get("/").body();

        var answer = me.postRaw("/cases", "title=Forged");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing was changed");
        assertThat(me.get("/").body()).doesNotContain("Forged").hasSameSizeAs(before);
    }

    @Test
    void theLaunchLinkWorksOnce() throws Exception {
        var link = site.link().substring(site.address().length());
        assertThat(Visitor.stranger(site).get(link).statusCode()).isEqualTo(200);

        var late = Visitor.stranger(site).get(link);

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("open the link again");
    }

    @Test
    void pagesAllowNothingFromOutsideAndAreNotKept() throws Exception {
        var headers = Visitor.in(site).get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndOtherSites() throws Exception {
        var visitor = Visitor.stranger(site);
        var link = site.link().substring(site.address().length());

        var cookie = visitor.first(link).headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    }

    private Set<String> routes() {
        var found = new TreeSet<String>();
        var mapping = site.bean(RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(path -> {
                    var methods = info.getMethodsCondition().getMethods();
                    found.add(
                            (methods.isEmpty() ? "" : methods.iterator().next().name()) + " " + path);
                }));
        assertThat(found).hasSizeGreaterThan(25);
        return found;
    }

    private static int go(Visitor visitor, String route, UUID id) throws Exception {
        var path = route.substring(route.indexOf(' ') + 1)
                .replace("{id}", id.toString())
                .replace("{opinion}", UUID.randomUUID().toString())
                .replace("{request}", UUID.randomUUID().toString())
                .replace("{hash}", "0".repeat(64))
                .replace("{step}", "symptoms")
                .replace("{pile}", "timeline")
                .replace("{upload}", UUID.randomUUID().toString())
                .replace("{number}", "1")
                .replace("{version}", "1")
                .replaceAll("\\{\\w+}", "x");
        if (route.startsWith("GET")) {
            return visitor.get(path).statusCode();
        }
        if (route.startsWith("PATCH")) {
            return visitor.patch(path, 0, new byte[] {1}).statusCode();
        }
        var file = path.endsWith("/records") ? "files" : path.endsWith("/letters") ? "letter" : "file";
        return path.endsWith("/records") || path.endsWith("/opinions") || path.endsWith("/letters")
                ? visitor.upload(path, file, "a.json", new byte[] {'{', '}'}).statusCode()
                : visitor.post(path, Map.of("title", "x", "language", "en", "name", "x", "size", "1"))
                        .statusCode();
    }
}

package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.access.People;
import org.consilium.audit.Actor;
import org.consilium.opinions.Opinions;
import org.consilium.records.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A reviewer who has not committed finds the first opinion nowhere: every route of the program is tried. */
class BlindReadTest {
    private static final Pattern TOKEN = Pattern.compile("/review/start\\?token=([0-9a-f]{64})");
    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([0-9a-f]{64})\" checked");

    private static final String OPEN = "What do you think of an operation in my case?";

    private final TestSite site = TestSite.shared();
    private Visitor owner = Visitor.stranger(site);
    private UUID caseId = UUID.randomUUID();
    private String token = "";
    private String kept = "";

    @BeforeEach
    void aSamplePersonGivesTheCaseToADoctor() throws Exception {
        owner = Visitor.in(site);
        owner.get("/");
        var home = owner.post("/samples/fusion", Map.of()).uri().getPath();
        caseId = UUID.fromString(home.substring("/cases/".length()));
        var page = owner.get(home + "/reviews").body();
        var marked = KEPT.matcher(page);
        assertThat(marked.find())
                .as("the surgeon's letter is ticked to begin with")
                .isTrue();
        kept = marked.group(1);
        token = token(owner.post(home + "/reviews", Map.of("who", "Dr. Blind", "kept", kept, "afterwards", OPEN))
                .body());
    }

    @Test
    void noRouteShowsTheFirstOpinionBeforeCommitting() throws Exception {
        var reviewer = entered();
        var secrets = new ArrayList<>(secrets());
        secrets.add(OPEN);
        var opinion = site.bean(Opinions.class).list(actor(), caseId).getFirst().id();
        var shown = new ArrayList<String>();
        for (var route : routes()) {
            for (var hash : hashes()) {
                var answer = go(reviewer, route, opinion, hash);
                if (secrets.stream().anyMatch(answer::contains)) {
                    shown.add(route);
                }
                if (!route.contains("{hash}")) {
                    break;
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(reviewer.get("/cases/" + caseId).statusCode()).isEqualTo(403);
        assertThat(reviewer.get("/review/files/" + kept).statusCode()).isEqualTo(404);
        assertThat(reviewer.get("/review/first").uri().getPath()).isEqualTo("/review");
        assertThat(reviewer.get("/").uri().getPath()).isEqualTo("/review");
        assertThat(reviewer.get("/review").body()).contains("Kept back until then", "They could sway it");
    }

    @Test
    void afterCommittingTheFirstOpinionIsShownAndTheFirstReadStays() throws Exception {
        var reviewer = entered();
        reviewer.get("/review/opinion");
        assertThat(reviewer.post("/review/opinion", Map.of("commit", "yes")).statusCode())
                .isEqualTo(422);

        var first = reviewer.post("/review/opinion", with(opinion("Exercise"), "commit"));

        assertThat(first.uri().getPath()).isEqualTo("/review/first");
        assertThat(first.body()).contains(secrets().getFirst(), OPEN, "kept back until your first view was stored");
        assertThat(reviewer.get("/review").body()).contains(OPEN);
        assertThat(reviewer.get("/review/files/" + kept).statusCode()).isEqualTo(200);
        reviewer.get("/review/opinion");
        assertThat(reviewer.post("/review/opinion", with(opinion("Operation"), "sign"))
                        .body())
                .contains("write none");
        var changed = opinion("Operation");
        changed.put("/conflictOfInterest", "none");
        var done = reviewer.post("/review/opinion", with(changed, "sign"));
        assertThat(done.uri().getPath()).isEqualTo("/review/done");
        assertThat(done.body()).contains("Signed and unchanged");

        var list = site.bean(Opinions.class).list(actor(), caseId);
        var signed = list.getLast();
        assertThat(signed.draft().answer("/basis/knewFirstOpinion")).contains("true");
        var history = owner.get("/cases/" + caseId + "/opinions/" + signed.id() + "/history")
                .body();
        assertThat(history).contains("Signed and unchanged", "Exercise", "before seeing");
        var file = owner.bytes("/cases/" + caseId + "/opinions/" + signed.id() + "/download")
                .body();
        owner.get("/verify");
        assertThat(owner.upload("/verify", "file", "opinion.json", file).body()).contains("Signed and unchanged");
        var altered = new String(file, StandardCharsets.UTF_8).replace("Operation", "Something");
        assertThat(owner.upload("/verify", "file", "opinion.json", altered.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("changed after signing");
    }

    @Test
    void aLinkTakenBackEndsAtOnceAndTheTokenIsNotInThePageAfterwards() throws Exception {
        var reviewer = entered();
        assertThat(reviewer.get("/review").statusCode()).isEqualTo(200);
        assertThat(reviewer.get("/review").body()).doesNotContain(token);
        var page = owner.get("/cases/" + caseId + "/reviews").body();
        assertThat(page).doesNotContain(token);
        var revoke = Pattern.compile("/reviews/([0-9a-f-]{36})/revoke").matcher(page);
        assertThat(revoke.find()).isTrue();

        owner.post("/cases/" + caseId + "/reviews/" + revoke.group(1) + "/revoke", Map.of());

        assertThat(reviewer.get("/review").statusCode()).isEqualTo(410);
        assertThat(reviewer.post("/review/opinion", opinion("x")).statusCode()).isEqualTo(410);
        assertThat(Visitor.stranger(site).get("/review/start?token=" + token).body())
                .contains("This link has ended");
        assertThat(owner.get("/review").statusCode()).isEqualTo(403);
    }

    private Visitor entered() throws Exception {
        var visitor = Visitor.stranger(site);
        visitor.get("/review/start?token=" + token);
        assertThat(visitor.post("/review/start", Map.of("token", token)).uri().getPath())
                .isEqualTo("/review");
        return visitor;
    }

    private List<String> secrets() {
        return site.bean(Opinions.class).list(actor(), caseId).stream()
                .flatMap(filed -> filed.draft().answer("/author/name").stream())
                .toList();
    }

    private List<String> hashes() {
        return site.bean(Records.class).files(actor(), caseId).stream()
                .map(file -> file.hash())
                .toList();
    }

    private Actor actor() {
        return site.bean(People.class).owner();
    }

    private List<String> routes() {
        var found = new ArrayList<String>();
        site.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(path -> {
                    var methods = info.getMethodsCondition().getMethods();
                    found.add((methods.isEmpty()
                                    ? "GET"
                                    : methods.iterator().next().name()) + " " + path);
                }));
        return found;
    }

    private String go(Visitor reviewer, String route, UUID opinion, String hash) throws Exception {
        var path = route.substring(route.indexOf(' ') + 1)
                .replace("{id}", caseId.toString())
                .replace("{opinion}", opinion.toString())
                .replace("{hash}", hash)
                .replace("{version}", "1")
                .replace("{number}", "1")
                .replace("{step}", "check")
                .replace("{pile}", "timeline")
                .replaceAll("\\{\\w+}", "x");
        if (route.endsWith("/review/opinion") || route.endsWith("/review/start") || route.endsWith("/language")) {
            return reviewer.get("/review/opinion").body();
        }
        return route.startsWith("POST")
                ? reviewer.post(path, Map.of("search", "fusion", "words", "fusion"))
                        .body()
                : new String(reviewer.bytes(path).body(), StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> with(Map<String, String> opinion, String button) {
        var form = new java.util.HashMap<>(opinion);
        form.put(button, "yes");
        return form;
    }

    private static Map<String, String> opinion(String plan) {
        return new java.util.HashMap<>(Map.of(
                "/author/name", "Dr. Blind",
                "/date", "2026-03-02",
                "/diagnoses/0/text", "Back pain",
                "/treatments/1/text", plan,
                "/treatments/1/stance", "recommended",
                "/treatments/1/kind", "rehabilitation"));
    }
}

package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.installation.TestDatabase;
import org.junit.jupiter.api.Test;

class ProgrammePagesTest {
    private static final Pattern CASES = Pattern.compile("Cases in all: (\\d+)");

    @Test
    void aSamplePersonIsNotCountedAndARealCaseIs() throws Exception {
        try (var site = TestSite.on(TestDatabase.freshSchemas(), TestSite.folder(), Map.of())) {
            var visitor = Visitor.in(site);
            visitor.get("/");
            visitor.post("/samples/fusion", Map.of());
            assertThat(cases(visitor)).isZero();

            visitor.get("/");
            visitor.post("/cases", Map.of("title", "Counted"));
            assertThat(cases(visitor)).isOne();
        }
    }

    private static int cases(Visitor visitor) throws Exception {
        var found = CASES.matcher(visitor.get("/programme").body());
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}

package org.consilium.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real Chromium, at the width of a desk or of a phone, with a critical eye for accessibility. */
final class Browser implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 390;
    private static final int NARROWEST = 320;

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Browser() {
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path program() {
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the browser tests need Chromium"));
    }

    /** A new window, in English, with or without script. */
    Page window(int width, boolean script) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setLocale("en-US")
                .setJavaScriptEnabled(script));
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(15_000);
        return page;
    }

    /** What axe objects to, and whether a narrow screen would scroll sideways. */
    static List<String> objections(Page page) {
        var found = new ArrayList<String>();
        for (var rule : new AxeBuilder(page).analyze().getViolations()) {
            found.add(page.url() + ": " + rule.getId() + " at "
                    + rule.getNodes().getFirst().getHtml());
        }
        var size = page.viewportSize();
        page.setViewportSize(NARROWEST, 640);
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > NARROWEST) {
            found.add(page.url() + ": " + width + " wide on a screen of " + NARROWEST);
        }
        page.setViewportSize(size.width, size.height);
        return found;
    }

    /** Keeps a picture for review under target; {@code -Dgolden=update} renews those of the documentation. */
    static void picture(Page page, String name) {
        var size = page.viewportSize();
        var file = name + "-" + size.width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", file)));
        if ("update".equals(System.getProperty("golden"))) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "images", file)));
        }
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}

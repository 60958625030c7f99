// Goes in by the launch link as a browser does, and checks that nobody comes in without it.
const [entrance] = process.argv.slice(2);
const site = new URL("/", entrance);

function expect(held, sentence) {
  if (!held) {
    console.error(`visit: ${sentence}`);
    process.exit(1);
  }
}

const stranger = await fetch(site, { redirect: "manual" });
expect(stranger.status >= 300, `a stranger was let in with status ${stranger.status}`);

const welcome = await fetch(entrance, { redirect: "manual" });
expect(welcome.status === 302 || welcome.status === 303, `the launch link answered ${welcome.status}`);
const cookies = welcome.headers.getSetCookie();
expect(cookies.some((cookie) => /HttpOnly/i.test(cookie) && /SameSite=Strict/i.test(cookie)), "no strict session cookie");

const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
const home = await fetch(site, { headers: { cookie } });
const page = await home.text();
expect(home.status === 200 && page.includes("Consilium"), `the first page answered ${home.status}`);
expect(home.headers.get("content-security-policy")?.includes("default-src 'self'"), "no content security policy");

const again = await fetch(entrance, { redirect: "manual" });
expect(!again.headers.getSetCookie().some((line) => /SESSION/i.test(line)) || again.status >= 400, "the launch link works twice");

// Goes in by the launch link as a browser does, and checks that nobody comes in without it.
// visit.mjs LINK opens TITLE: adds a case of that title; visit.mjs LINK finds TITLE: it must be there.
const [entrance, task, title] = process.argv.slice(2);
const site = new URL("/", entrance);

function expect(held, sentence) {
  if (!held) {
    console.error(`visit: ${sentence}`);
    process.exit(1);
  }
}

const stranger = await fetch(site, { redirect: "manual" });
expect(stranger.status === 401, `a stranger was answered with ${stranger.status}`);

const welcome = await fetch(entrance, { redirect: "manual" });
expect(welcome.status === 302 || welcome.status === 303, `the launch link answered ${welcome.status}`);
const cookies = welcome.headers.getSetCookie();
expect(cookies.some((cookie) => /HttpOnly/i.test(cookie) && /SameSite=Strict/i.test(cookie)), "no strict session cookie");

const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
const home = await fetch(site, { headers: { cookie } });
const page = await home.text();
expect(home.status === 200 && page.includes("Consilium"), `the first page answered ${home.status}`);
expect(home.headers.get("content-security-policy")?.includes("default-src 'self'"), "no content security policy");

if (task === "opens") {
  const token = page.match(/name="_csrf" value="([^"]*)"/)?.[1] ?? "";
  const forged = await fetch(new URL("/cases", site), {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ title }),
    redirect: "manual",
  });
  expect(forged.status === 403, `a form without its token was answered with ${forged.status}`);
  const opened = await fetch(new URL("/cases", site), {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ _csrf: token, title }),
    redirect: "manual",
  });
  expect(opened.status === 302 || opened.status === 303, `a new case was answered with ${opened.status}`);
}
if (task === "finds") {
  expect(page.includes(title), "the case is gone");
}

const again = await fetch(entrance, { redirect: "manual" });
expect(again.status === 401, `the launch link, used twice, answered ${again.status}`);

// Builds what the browser needs into CLASSES/static and the fonts of the PDF into CLASSES/fonts.
// Run by Maven: node src/main/look/build.mjs CLASSES
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { convert } from "./woff-to-ttf.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const classes = process.argv[2];
if (!classes) {
  console.error("Say where to build to: node build.mjs CLASSES");
  process.exit(2);
}
const modules = join(here, "node_modules");

installOnce();
const { compile } = await import("sass");
const target = join(classes, "static", "look");
mkdirSync(join(target, "fonts"), { recursive: true });
for (const scheme of ["light", "dark"]) {
  const { css } = compile(join(here, `${scheme}.scss`), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
    silenceDeprecations: ["import"],
  });
  writeFileSync(join(target, `${scheme}.css`), css);
}
const font = join(modules, "@fontsource", "atkinson-hyperlegible", "files");
for (const weight of ["400", "700"]) {
  cpSync(
    join(font, `atkinson-hyperlegible-latin-${weight}-normal.woff2`),
    join(target, "fonts", `atkinson-hyperlegible-latin-${weight}-normal.woff2`),
  );
}
mkdirSync(join(classes, "fonts"), { recursive: true });
for (const [weight, name] of [["400", "Regular"], ["700", "Bold"]]) {
  for (const [letters, family] of [["latin", "AtkinsonHyperlegible"], ["latin-ext", "AtkinsonHyperlegibleExt"]]) {
    const ttf = convert(readFileSync(join(font, `atkinson-hyperlegible-${letters}-${weight}-normal.woff`)));
    writeFileSync(join(classes, "fonts", `${family}-${name}.ttf`), ttf);
  }
}
cpSync(join(modules, "htmx.org", "dist", "htmx.min.js"), join(target, "htmx.js"));
for (const script of ["consilium.js", "drops.js", "uploads.js"]) {
  cpSync(join(here, script), join(target, script));
}
cpSync(join(here, "mark.svg"), join(target, "mark.svg"));

function installOnce() {
  const lock = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex");
  const stamp = join(modules, ".lock-sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
    return;
  }
  execFileSync("npm", ["ci", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, lock);
}

// Opens the sheets that `hinge report -f html` writes in a real browser: nothing on the console, nothing asked of a
// network, no accessibility violation in light or in dark, one page a sheet on paper that can be read, no sideways
// scrolling on a phone.
//
// usage: node sheets.js HINGE     SHOTS=FOLDER keeps screenshots and PDFs to be looked at.

import axe from "axe-core";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const hinge = resolve(process.argv[2]);
const home = mkdtempSync(join(tmpdir(), "hinge-browser-"));
const shots = process.env.SHOTS;
let passed = 0;
let failed = 0;

function check(what, problem) {
  if (!problem) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED ${what}: ${problem}`);
}

function run(...words) {
  const env = { HOME: home, PATH: process.env.PATH, HINGE_TODAY: "2026-11-22T18:30" };
  return execFileSync(hinge, words, { env, cwd: home, encoding: "utf8", timeout: 60000 });
}

function log(lifter, day, sets, ...more) {
  run("log", "-q", "-l", lifter, "--on", day, ...sets.split(" "), ...more);
}

function feel(lifter, day, ...words) {
  run("feel", "-q", "-l", lifter, "--on", day, ...words);
}

// Four weeks of two lifts, three days a week: what a usual clinic has most of.
function makeTwoLifts() {
  run("lifter", "add", "two", "-q");
  ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].forEach((monday, week) => {
    const day = (days) => new Date(Date.parse(monday) + days * 86400000).toISOString().slice(0, 10);
    log("two", day(0), `60x5w ${120 + 2.5 * week}x5x3 @8`);
    feel("two", day(1), "soreness=3", "--lasted", "24h", "--where", "low-back");
    log("two", day(2), `${80 + 2.5 * week}x8x3 @7`, "--lift", "romanian");
    feel("two", day(3), "pump");
    log("two", day(4), `60x5w ${110 + 2.5 * week}x5x3 @7`);
    feel("two", day(5), "none");
  });
}

// Six weeks of a usual lifter, the last of them with three sessions; one in trouble; and one who is new.
function makeLog() {
  run("lifter", "add", "joe", "-q", "--name", "Joe Doe");
  run("lifter", "add", "anna", "-q");
  run("lifter", "add", "new", "-q");
  run("screen", "--none", "-q", "-l", "joe", "--on", "2026-10-03");
  const days = ["2026-10-12", "2026-10-15", "2026-10-19", "2026-10-22", "2026-10-26", "2026-10-29", "2026-11-02"];
  days.forEach((day, index) => {
    log("joe", day, `60x5w ${100 + 5 * index}x5x3 @8`);
    feel("joe", day, index % 2 ? "none" : "pump");
  });
  log("joe", "2026-11-05", "130x5x3 @8.5");
  feel("joe", "2026-11-07", "ache=5", "--lasted", "48h", "--where", "low-back", "--side", "left", "--worse-with",
    "long drives", "--eases-with", "walking");
  log("joe", "2026-11-09", "115x5x3 @7");
  feel("joe", "2026-11-10", "ache=2", "--lasted", "4h", "--where", "low-back", "--eases-with", "walking");
  log("joe", "2026-11-12", "122.5x5x3 @7");
  feel("joe", "2026-11-13", "pump");
  log("joe", "2026-11-16", "60x5w 130x5x3 @8");
  feel("joe", "2026-11-18T12:00", "soreness=3", "--lasted", "30h", "--where", "low-back");
  log("joe", "2026-11-18T18:00", "60x5w 135x5/5/4 @8/8.5/9", "--note",
    "=cmd() <script>alert(1)</script> <img src=x> \u001b[31mred \u202edrow\u202c \u{1F9BA}");
  feel("joe", "2026-11-20T12:00", "ache=5", "--lasted", "40h", "--where", "low-back", "--side", "left", "--limits",
    "1", "--worse-with", "sitting", "--eases-with", "walking");
  log("joe", "2026-11-20T18:00", "120x5x3 @7");
  log("anna", "2026-11-20", "80x5x3");
  log("anna", "2026-11-20", "60x8x3", "--lift", "romanian");
  run("feel", "-q", "-l", "anna", "sharp=6", "--lasted", "48h", "--limits", "3");
}

function pagesOf(pdf) {
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}

async function opened(browser, file, options) {
  const page = await (await browser.newContext(options)).newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (request.url() !== `file://${file}`) said.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, said };
}

async function look(browser, name, file, colorScheme) {
  const what = `${name}, ${colorScheme}`;
  const { page, said } = await opened(browser, file, { colorScheme, viewport: { width: 1100, height: 900 } });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  check(`${what}: accessible`, violations.map((each) =>
    `${each.id} (${each.nodes.map((node) => node.target).slice(0, 3).join(", ")})`).join("; "));
  check(`${what}: one title`, (await page.locator("h1").count()) === 1 ? "" : "not one h1");
  check(`${what}: quiet`, said.join("; "));
  if (shots) await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true });
  await page.context().close();
}

async function onPhone(browser, name, file) {
  const { page } = await opened(browser, file, { viewport: { width: 320, height: 640 } });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${name}: a phone of 320 pixels`, width <= 320 ? "" : `${width} pixels wide`);
  const shaded = await page.evaluate(() => [...document.querySelectorAll(".wide")].every((each) =>
    each.scrollWidth <= each.clientWidth || getComputedStyle(each).backgroundImage.includes("gradient")));
  check(`${name}: an edge that hides something is shaded`, shaded ? "" : "it is not");
  if (shots) await page.screenshot({ path: join(shots, `${name}-phone.png`), fullPage: true });
  await page.context().close();
}

// The widths of A4 and Letter without their margins, in pixels of 1/96 inch.
async function readable(browser, name, file) {
  for (const [format, width] of [["A4", 695], ["Letter", 718]]) {
    const { page } = await opened(browser, file, { viewport: { width, height: 900 } });
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const points = (element) => parseFloat(getComputedStyle(element).fontSize) * 0.75;
      const shown = [...document.querySelectorAll("main p, h1, h2, dt, dd, caption, th, td, figcaption")];
      const pictures = [...document.querySelectorAll("figure svg")];
      const scale = pictures.map((each) => each.getBoundingClientRect().width / each.viewBox.baseVal.width);
      const labels = pictures.map((each, at) => points(each.querySelector("text")) * scale[at]);
      const paper = document.querySelector("main").getBoundingClientRect().width;
      return {
        text: Math.min(...shown.filter((each) => each.offsetParent).map(points)),
        labels: Math.min(...labels),
        width: Math.min(...pictures.map((each) => each.getBoundingClientRect().width)) / paper,
      };
    });
    check(`${name}: text of 8 points on ${format}`, seen.text >= 7.99 ? "" : `${seen.text}`);
    check(`${name}: labels of 6.5 points on ${format}`, seen.labels >= 6.5 ? "" : `${seen.labels}`);
    check(`${name}: a picture as wide as ${format}`, seen.width >= 0.99 ? "" : `${seen.width}`);
    await page.context().close();
  }
}

async function onPaper(browser, name, file, pages) {
  for (const format of ["A4", "Letter"]) {
    const { page } = await opened(browser, file, { colorScheme: "dark" });
    const pdf = await page.pdf({ format, preferCSSPageSize: false, printBackground: true });
    if (shots) writeFileSync(join(shots, `${name}-${format}.pdf`), pdf);
    const count = pagesOf(pdf);
    check(`${name}: ${pages} on ${format}`, count === pages ? "" : `${count} pages`);
    await page.context().close();
  }
}

async function main() {
  if (shots) mkdirSync(shots, { recursive: true });
  makeLog();
  makeTwoLifts();
  run("report", "-l", "joe", "-f", "html", "-o", "week.html");
  run("report", "-l", "two", "-f", "html", "-o", "two.html");
  run("report", "-l", "new", "-f", "html", "-o", "empty.html");
  run("report", "--all", "-f", "html", "-o", "all.html");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  for (const name of ["week", "two", "empty", "all"]) {
    const file = join(home, `${name}.html`);
    await look(browser, name, file, "light");
    await look(browser, name, file, "dark");
    await onPhone(browser, name, file);
  }
  for (const name of ["week", "two"]) {
    await onPaper(browser, name, join(home, `${name}.html`), 1);
    await readable(browser, name, join(home, `${name}.html`));
  }
  await onPaper(browser, "all", join(home, "all.html"), 5);
  await browser.close();
}

try {
  await main();
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

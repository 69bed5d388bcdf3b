// Measures what a person waits for, and says which limit is kept: `tools/bench start`.
//
//   node bench_start.mjs [--dir SITE] [--browser chromium|firefox]
//
// Transfer: bytes that the server sends to a first visit, packed as gzip -9 does, until the app is
// ready to work without a network. First useful frame: from the start of navigation to the mark
// `atlas:first-useful-frame`, cold (a profile that nobody used, a browser that runs) and warm (the
// same page again, from the service worker). CPU: the core's time for a frame while the largest
// built-in model moves. Edit to durable: from Enter to the text and “Saved” on the screen.
import { startServer } from '../../tools/lib/server.mjs';
import { readArguments } from './lib/arguments.mjs';
import { launchBrowser, wait } from './lib/browsers.mjs';
import { AppPage } from './lib/page.mjs';
import { runInScreen } from './lib/screen.mjs';
import { cell, reachRow, showModel, showPlanOf, showScreen } from './lib/steps.mjs';

const kStarts = 7;
const kFrames = 240;
const kEdits = 21;
const kLargest = 'Darlington 2008-09';
const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';

const options = readArguments();
if (!(options.browser === 'firefox' && runInScreen())) await measureAll();

async function measureAll() {
  const server = await startServer({ root: options.site });
  const running = await launchBrowser(options.browser);
  const lines = [];
  try {
    const { puppeteer } = running;
    lines.push(['browser', await puppeteer.version(), '', true]);
    lines.push(await transfer(puppeteer, server));
    lines.push(...(await starts(puppeteer, server)));
    const page = await AppPage.open(await puppeteer.createBrowserContext(), { url: server.url });
    lines.push(...(await frames(page)));
    lines.push(await edits(page));
  } finally {
    await running.close();
    await server.close();
  }
  for (const [what, value, limit, kept] of lines) {
    console.log(`${what.padEnd(46)} ${String(value).padEnd(18)} ${limit}${kept ? '' : '   NOT KEPT'}`);
  }
  process.exitCode = lines.every(([, , , kept]) => kept) ? 0 : 1;
}

async function transfer(puppeteer, server) {
  const before = server.requests.length;
  const context = await puppeteer.createBrowserContext();
  const page = await AppPage.open(context, { url: server.url });
  await offlineReady(page);
  const asked = server.requests.slice(before);
  const kilobytes = asked.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  await context.close();
  return ['transfer, first visit (gzip -9)', `${kilobytes.toFixed(0)} KB`, '≤ 900 KB', kilobytes <= 900];
}

async function offlineReady(page) {
  await page.find({ role: 'paragraph', name: /Offline ready/ }, { patienceMs: 30000 });
}

async function starts(puppeteer, server) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < kStarts; ++i) {
    const context = await puppeteer.createBrowserContext();
    const page = await AppPage.open(context, { url: server.url });
    cold.push(await usefulFrame(page));
    await offlineReady(page);
    await page.saved();
    await page.reload();
    await page.saved();
    await page.reload();
    warm.push(await usefulFrame(page));
    await context.close();
  }
  return [
    timeLine('first useful frame, cold', cold, 1500),
    timeLine('first useful frame, warm', warm, 700),
  ];
}

async function usefulFrame(page) {
  await page.find({ role: 'heading', name: 'In this workspace' }); // it is the workspace that was drawn
  const marked = async () => page.tab.evaluate(() => {
    const [mark] = performance.getEntriesByName('atlas:first-useful-frame');
    return mark?.startTime ?? 0;
  });
  await page.until(async () => (await marked()) > 0, () => 'the page marked no useful frame');
  return marked();
}

async function frames(page) {
  await showScreen(page, 'Explore');
  await showModel(page, kLargest);
  await page.press({ role: 'button', name: 'Expand all' });
  await page.press({ role: 'button', name: /^Fit/ });
  await wait(500);
  const { rect } = await page.find({ role: 'tree' });
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const whole = await framesWhile(page, async (i) => {
    await page.tab.mouse.move(x + 150 * Math.sin(i / 9), y + 120 * Math.cos(i / 7));
  });
  await page.tab.mouse.move(x, y);
  for (let i = 0; i < 4; ++i) await page.tab.mouse.wheel({ deltaY: -200 });
  await wait(300);
  await page.tab.mouse.down();
  const panned = await framesWhile(page, async (i) => {
    await page.tab.mouse.move(x + 150 * Math.sin(i / 9), y + 120 * Math.cos(i / 7));
  });
  await page.tab.mouse.up();
  await offlineReady(page);
  await page.saved();
  await wait(1500);
  const before = await page.tab.evaluate(() => atlasProbe.frames);
  await wait(5000);
  const idle = (await page.tab.evaluate(() => atlasProbe.frames)) - before;
  return [
    msLine('CPU per frame, largest model, all in view', whole),
    msLine('CPU per frame, largest model, panned', panned),
    ['frames in five idle seconds', idle, '0', idle === 0],
  ];
}

// Average CPU of the core a frame, over at least kFrames frames.
async function framesWhile(page, act) {
  const read = () => page.tab.evaluate(() => ({ frames: atlasProbe.frames, ms: atlasProbe.drawCpuMs }));
  const start = await read();
  let now = start;
  for (let i = 0; now.frames - start.frames < kFrames && i < 10 * kFrames; ++i) {
    await act(i);
    if (i % 20 === 19) now = await read();
  }
  return { ms: (now.ms - start.ms) / (now.frames - start.frames), frames: now.frames - start.frames };
}

async function edits(page) {
  await showPlanOf(page, kBody);
  await reachRow(page, kAction);
  const times = [];
  for (let i = 0; i < kEdits; ++i) {
    const text = `Measured ${i}`;
    await page.fill(cell(kAction, 'Owner'), text, { commit: false });
    await page.tab.evaluate(watchForSaved, text);
    await page.key('Enter');
    times.push(await page.tab.evaluate(() => globalThis.timeToSaved));
    await wait(50);
  }
  return timeLine('edit to durable', times, 250);
}

// In the page: timeToSaved becomes the milliseconds from the next key to text and “Saved” in the page.
function watchForSaved(text) {
  const kLookMs = 4; // what a field holds changes without a mutation
  globalThis.timeToSaved = new Promise((resolve) => {
    let begun = 0;
    addEventListener('keydown', () => (begun = performance.now()), { capture: true, once: true });
    const root = document.getElementById('mirror');
    const look = () => {
      if (!begun) return;
      const status = [...root.querySelectorAll('[role="status"]')];
      const saved = status.some((one) => /^Saved( \d\d:\d\d)?$/.test(one.textContent));
      if (!saved || atlasTest.find('mirror', { role: 'textbox', value: text }).length === 0) return;
      clearInterval(timer);
      resolve(performance.now() - begun);
    };
    const timer = setInterval(look, kLookMs);
  });
}

function timeLine(what, times, limit) {
  const median = medianOf(times);
  const range = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
  const name = `${what} (median of ${times.length}; ${range})`;
  return [name, `${median.toFixed(0)} ms`, `≤ ${limit} ms`, median <= limit];
}

function msLine(what, { ms, frames }) {
  return [what, `${ms.toFixed(2)} ms`, `≤ 2 ms (${frames} frames)`, ms <= 2];
}

function medianOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

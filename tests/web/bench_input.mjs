// Measures how soon the app answers hands, and what it costs when nobody touches it: `tools/bench input`.
//
//   node bench_input.mjs [--dir SITE] [--browser chromium|firefox]
//
// Input to frame: from the event's own time stamp to the end of the frame that shows its effect, when
// the page has painted and laid out; the 95th percentile. A key walks the cards, a press chooses a tab,
// the wheel zooms the largest model, typing searches. The effect of the wheel is the first frame drawn
// after it, that of the others the first in which the mirror has changed. Idle: CPU time of the page's
// processes and frames drawn in forty seconds after the last input. About 25 seconds after a load
// Chromium tidies the memory of every page, blank ones too, which takes 100 ms of each: that is in it.
import fs from 'node:fs';
import { startServer } from '../../tools/lib/server.mjs';
import { readArguments } from './lib/arguments.mjs';
import { launchBrowser, wait } from './lib/browsers.mjs';
import { AppPage } from './lib/page.mjs';
import { runInScreen } from './lib/screen.mjs';
import { searchFor, showModel, showScreen } from './lib/steps.mjs';

const kEach = 60;
const kBetweenMs = 60;
const kPatienceMs = 2000;
const kLimitMs = 50;
const kIdleMs = 40000;
const kIdleShare = 0.01;
const kLargest = 'Darlington 2008-09';

const options = readArguments();
if (!(options.browser === 'firefox' && runInScreen())) await measureAll();

async function measureAll() {
  const server = await startServer({ root: options.site });
  const running = await launchBrowser(options.browser);
  const lines = [];
  try {
    const { puppeteer } = running;
    lines.push(['browser', await puppeteer.version(), '', true]);
    const context = await puppeteer.createBrowserContext();
    const page = await AppPage.open(context, { url: server.url, before: [noteAnswers] });
    await showScreen(page, 'Explore');
    await showModel(page, kLargest);
    lines.push(await keys(page), await presses(page), await wheel(page), await typing(page));
    lines.push(...(await idle(page, running)));
  } finally {
    await running.close();
    await server.close();
  }
  for (const [what, value, limit, kept] of lines) {
    console.log(`${what.padEnd(58)} ${String(value).padEnd(18)} ${limit}${kept ? '' : '   NOT KEPT'}`);
  }
  process.exitCode = lines.every(([, , , kept]) => kept) ? 0 : 1;
}

// In the page, before its own scripts: atlasAnswers.watch(type, byMirror) waits for the next event of a
// type; atlasAnswers.times has the milliseconds to the end of the frame that answered it.
function noteAnswers() {
  const times = [];
  let waiting = null; // {type, byMirror, begun}
  let changed = false;
  let frames = 0;
  const channel = new MessageChannel();
  // A message that a frame sends is handled when the browser has laid out and painted what it changed.
  channel.port1.onmessage = ({ data }) => {
    if (waiting?.begun === data) {
      times.push(performance.now() - data);
      waiting = null;
    }
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) =>
    request((now) => {
      changed = false;
      const before = frames;
      draw(now);
      frames = window.atlasProbe?.frames ?? 0;
      const { begun, byMirror } = waiting ?? {};
      queueMicrotask(() => {
        if (begun && frames > before && (changed || !byMirror)) channel.port2.postMessage(begun);
      });
    });
  const observe = () => {
    const look = new MutationObserver(() => (changed = true));
    look.observe(document.getElementById('mirror'), {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  };
  addEventListener('DOMContentLoaded', observe);
  for (const type of ['keydown', 'pointerdown', 'pointerup', 'wheel', 'input']) {
    const note = (event) => {
      if (waiting?.type === type && !waiting.begun) waiting.begun = event.timeStamp;
    };
    addEventListener(type, note, { capture: true, passive: true });
  }
  globalThis.atlasAnswers = {
    times,
    waits: () => waiting !== null,
    watch: (type, byMirror) => (waiting = { type, byMirror, begun: 0 }),
  };
}

// In the page: until the event that was watched for has been answered.
async function atlasAnswered(patienceMs) {
  const end = performance.now() + patienceMs;
  while (atlasAnswers.waits() && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 5));
  }
}

async function answers(page, what, type, act, { byMirror = true } = {}) {
  await page.tab.evaluate(() => atlasAnswers.times.splice(0));
  await wait(500);
  for (let i = 0; i < kEach; ++i) {
    await page.tab.evaluate((...watched) => void atlasAnswers.watch(...watched), type, byMirror);
    await act(i);
    // Slow answers count too: the next input comes when there is one.
    await page.tab.evaluate(atlasAnswered, kPatienceMs);
    await wait(kBetweenMs);
  }
  const times = await page.tab.evaluate(() => atlasAnswers.times.slice());
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Infinity;
  const enough = times.length >= kEach * 0.9;
  const name = `${what} to frame, 95 % (${times.length} of ${kEach}; median ${at(0.5).toFixed(0)})`;
  return [name, `${at(0.95).toFixed(0)} ms`, `≤ ${kLimitMs} ms`, enough && at(0.95) <= kLimitMs];
}

async function keys(page) {
  const [card] = await page.findAll({ role: 'treeitem' });
  await searchFor(page, card.name);
  await page.press({ role: 'treeitem', name: card.name });
  return answers(page, 'key', 'keydown', (i) => page.key(i % 2 === 0 ? 'ArrowDown' : 'ArrowUp'));
}

async function presses(page) {
  const places = [];
  for (const name of ['Expand all', 'Collapse all']) {
    const { place } = await page.find({ role: 'button', name }, { visible: true });
    places.push([place.x + place.width / 2, place.y + place.height / 2]);
  }
  return answers(page, 'press', 'pointerup', (i) => page.tab.mouse.click(...places[i % 2]));
}

async function wheel(page) {
  await page.press({ role: 'button', name: 'Expand all' });
  await page.press({ role: 'button', name: /^Fit/ });
  await wait(500);
  const { rect } = await page.find({ role: 'tree' });
  await page.tab.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  const turn = (i) => page.tab.mouse.wheel({ deltaY: i % 2 === 0 ? -120 : 120 });
  return answers(page, 'wheel', 'wheel', turn, { byMirror: false });
}

async function typing(page) {
  await page.key('Control+k');
  await page.openField();
  const text = 'board';
  const line = await answers(page, 'typing', 'input', async (i) => {
    const letter = text[i % (2 * text.length)];
    if (letter) await page.tab.keyboard.type(letter);
    else await page.key('Backspace');
  });
  await page.key('Escape');
  return line;
}

// Nothing is under way: the app is stored for later, saved, and no caret blinks.
async function idle(page, running) {
  await page.saved();
  await page.tab.mouse.move(2, 2);
  await wait(4000);
  const framesOf = () => page.tab.evaluate(() => atlasProbe.frames);
  const [frames, cpu] = [await framesOf(), cpuSeconds(running.process.pid)];
  const begun = Date.now();
  await wait(kIdleMs);
  const passed = (Date.now() - begun) / 1000;
  const spent = cpuSeconds(running.process.pid);
  const used = [...spent].reduce((sum, [pid, seconds]) => sum + seconds - (cpu.get(pid) ?? 0), 0) / passed;
  const drawn = (await framesOf()) - frames;
  return [
    ['frames in forty idle seconds', drawn, '0', drawn === 0],
    ['CPU of the page’s processes while idle', `${(used * 100).toFixed(2)} %`, `≤ ${kIdleShare * 100} %`, used <= kIdleShare],
  ];
}

// CPU time so far of the processes below the browser that run pages, by their numbers. Linux only.
function cpuSeconds(browser) {
  const kTicks = 100; // a second, on all Linux that there is
  const parents = new Map();
  const times = new Map();
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const stat = readProcess(pid, 'stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.length < 14) continue;
    parents.set(pid, Number(fields[1]));
    times.set(pid, (Number(fields[11]) + Number(fields[12])) / kTicks);
  }
  const isBelow = (pid) => pid === browser || (parents.has(pid) && isBelow(parents.get(pid)));
  const runsPages = (pid) => /--type=renderer|-contentproc.* tab$|-isForBrowser/.test(readProcess(pid, 'cmdline'));
  const pages = [...times].filter(([pid]) => pid !== browser && isBelow(pid) && runsPages(pid));
  if (pages.length === 0) throw new Error('no process of the browser runs a page');
  return new Map(pages);
}

function readProcess(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ''; // it has ended
  }
}

// What happens to a page in a long day: its graphics are taken away and given back, it is dragged to a
// projector, magnified, put to sleep, and its clock is set.
import assert from 'node:assert/strict';
import { wait } from '../lib/browsers.mjs';
import { movableClocks } from '../lib/clocks.mjs';
import { journey } from '../lib/journey.mjs';
import { kSaved } from '../lib/page.mjs';
import { colours, differing, pictureOf } from '../lib/pictures.mjs';
import { cell, detailsOf, reachCell, rowShows, setText, showModel, showPlanOf, showScreen } from '../lib/steps.mjs';
import { steadyStorage } from '../lib/storage.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kHourMs = 3600000;
const kRounding = 16; // of 255
const kFewPixels = 600;
const kTopBar = 60;

const loseContext = (page) =>
  page.tab.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const gl = canvas.getContext('webgl2');
    globalThis.contextLoss ??= gl.getExtension('WEBGL_lose_context');
    const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done, { once: true }));
    globalThis.contextLoss.loseContext();
    await lost;
    return gl.isContextLost();
  });

const restoreContext = (page) =>
  page.tab.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const back = new Promise((done) => canvas.addEventListener('webglcontextrestored', done, { once: true }));
    globalThis.contextLoss.restoreContext();
    await back;
    return !canvas.getContext('webgl2').isContextLost();
  });

const graphics = journey(
  'Graphics that are taken away cost no work, and the picture comes back as it was',
  {},
  async (t) => {
    const page = await t.page();
    const seen = page.driver.usesPointer;
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', 'Before – 😀 Llŷr');
    await page.saved();
    await page.tab.mouse.move(683, 2);
    await page.settled();
    await wait(600);
    const before = await pictureOf(page);
    if (seen) assert.ok(colours(before) > 12, 'there was no picture to begin with');

    assert.ok(await loseContext(page), 'the context was not lost');
    assert.ok(await restoreContext(page), 'the context did not come back');
    await page.settled();
    if (seen) assert.equal(differing(before, await pictureOf(page)), 0, 'pixels differ after it came back');

    // While it is away.
    assert.ok(await loseContext(page), 'the context was not lost again');
    await setText(page, kAction, 'Owner', 'Typed without a picture');
    await rowShows(page, kAction, { Owner: 'Typed without a picture' });
    await page.saved();
    await showScreen(page, 'Explore');
    await showModel(page, 'County Durham 2011'); // glyphs and places that were not painted yet
    await showPlanOf(page, kBody);
    await reachCell(page, kAction, 'Owner');
    assert.ok(await restoreContext(page), 'the context did not come back again');
    await page.tab.mouse.move(683, 2);
    await page.settled();
    await wait(600);
    if (seen) await looksLikeAfresh(t, page);
    await page.reload();
    await showPlanOf(page, kBody);
    await rowShows(page, kAction, { Owner: 'Typed without a picture' });
  },
);

// The picture is the one that a context which was never lost draws from the same state: made so by
// taking it away and giving it back with nothing in between.
async function looksLikeAfresh(t, page) {
  const picture = await pictureOf(page);
  assert.ok(colours(picture) > 12, 'nothing is painted');
  await loseContext(page);
  await restoreContext(page);
  await page.settled();
  assert.equal(differing(picture, await pictureOf(page)), 0, 'some of it was painted from what was lost');
  const { place } = await page.find(cell(kAction, 'Owner'));
  const ink = countInk(picture, place);
  assert.ok(ink > 40, `only ${ink} pixels of the text are painted`);
  t.note(`${colours(picture)} colours in the picture`);
}

function countInk(picture, { x, y, width, height }) {
  let ink = 0;
  for (let row = Math.ceil(y); row < y + height; ++row) {
    for (let column = Math.ceil(x); column < x + width; ++column) {
      if (picture.at(column, row).every((channel) => channel < 110)) ink += 1;
    }
  }
  return ink;
}

const sized = (page, more) => page.resize({ width: 1366, height: 768, deviceScaleFactor: 1, ...more });
const canvasPixels = (page) =>
  page.tab.evaluate(() => {
    const { width, height } = document.getElementById('canvas');
    return `${width} × ${height} at ${devicePixelRatio}`;
  });

async function canvasIs(page, wanted) {
  let now;
  await page.until(async () => {
    // An emulated density is not told of: it is seen with the next frame.
    await page.tab.mouse.move(160, 3);
    await page.tab.mouse.move(160, 2);
    await page.settled();
    return (now = await canvasPixels(page)) === wanted;
  }, () => `the canvas has ${now}, not ${wanted}`);
  await page.settled();
  await wait(400);
}

// As a browser shows a picture of half the density.
function magnified({ width, height, at }) {
  return { width: 2 * width, height: 2 * height, at: (x, y) => at(x >> 1, y >> 1) };
}

// Everything that comes late to the page has come.
async function complete(page) {
  await page.saved();
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  await page.tab.mouse.move(683, 2);
}

const density = journey(
  'A window that is dragged to a denser screen and back is drawn sharp on both',
  { drivers: ['pointer', 'raw'] },
  async (t) => {
    const page = await t.page({ before: [steadyStorage] });
    await complete(page);
    await canvasIs(page, '1366 × 768 at 1');
    const low = await pictureOf(page);
    await sized(page, { deviceScaleFactor: 2 });
    await canvasIs(page, '2732 × 1536 at 2');
    const high = await pictureOf(page);
    // As sharp as on a page that never was elsewhere.
    const fresh = await t.open({ viewport: { deviceScaleFactor: 2 }, before: [steadyStorage] });
    await complete(fresh);
    await canvasIs(fresh, '2732 × 1536 at 2');
    const same = await pictureOf(fresh);
    // Under the top bar, whose parts follow the time of saving. Glyphs lie elsewhere in the texture, which
    // rounds a few of their pixels otherwise; drawn at the other density tens of thousands differ.
    const below = { x: 0, y: 2 * kTopBar, width: same.width, height: same.height - 2 * kTopBar };
    const others = differing(high, same, below, kRounding);
    assert.ok(others < kFewPixels, `${others} pixels are not drawn as on a page of that density`);
    assert.ok(differing(magnified(low), same, below, kRounding) > 20 * kFewPixels, 'the densities look alike');
    await fresh.close();
    await sized(page, { deviceScaleFactor: 1 });
    await canvasIs(page, '1366 × 768 at 1');
    const again = await pictureOf(page);
    assert.equal(differing(low, again), 0, 'it is not what it was');
  },
);

// What a browser's zoom makes of a window of 1280 × 1024: another number of CSS pixels, at another density.
const kZooms = [
  ['400 %', { width: 320, height: 256, deviceScaleFactor: 4 }],
  ['200 %', { width: 640, height: 512, deviceScaleFactor: 2 }],
  ['50 %', { width: 2560, height: 2048, deviceScaleFactor: 0.5 }],
];

const zooms = kZooms.map(([name, viewport]) =>
  journey(`At a zoom of ${name} a body is found and its plan is reached`, {}, async (t) => {
    const page = await t.page({ viewport });
    await canvasIs(page, `1280 × 1024 at ${viewport.deviceScaleFactor}`);
    await page.key('Control+k');
    await page.openField();
    await page.tab.keyboard.type('Strategic Deliv');
    await page.find({ role: 'option', name: 'Strategic Delivery and Improvement Group' });
    await page.key('Enter');
    await detailsOf(page, 'Strategic Delivery and Improvement Group');
    await onPage(page);
    // On a small page the details lie over the screen, and make way for another.
    await showScreen(page, 'Plan');
    await page.find({ role: 'grid', name: 'Delivery plan' });
    await onPage(page);
  }),
);

// Nothing that can be pressed is wider than the page, apart from the grid's own scrolling.
async function onPage(page) {
  const width = await page.tab.evaluate(() => innerWidth);
  const nodes = await page.nodes();
  const inGrid = ({ parent }) => parent >= 0 && (nodes[parent].role === 'grid' || inGrid(nodes[parent]));
  const pressed = nodes.filter(({ role }) => ['button', 'tab', 'searchbox', 'combobox'].includes(role));
  const out = pressed.filter((node) => node.rect.width > width + 1 && !inGrid(node));
  assert.deepEqual(out.map(({ role, name }) => `${role} ${name}`), [], 'wider than the page');
}

// It says “Saved” with the time that the clock shows now, or showed until a moment ago: the minute may
// have passed since.
async function savedNow(page) {
  await page.until(async () => {
    const clocks = await page.tab.evaluate(() => [globalThis.timeOfDay(), globalThis.timeOfDay(40000)]);
    const [status] = await page.findAll({ role: 'status', name: kSaved });
    return clocks.some((clock) => status?.name === `Saved ${clock}`);
  }, () => 'it does not say when it was saved');
}

async function framesIn(page, ms) {
  const before = await page.frames();
  await wait(ms);
  return (await page.frames()) - before;
}

const sleep = journey('After a night’s sleep nothing storms, toasts are gone and work is saved', {}, async (t) => {
  const page = await t.page({ before: [movableClocks] });
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Owner', 'Before the night');
  await page.press({ role: 'button', name: 'Undo' });
  await page.find({ role: 'status', name: /^Undone/ });
  await page.tab.evaluate((ms) => globalThis.sleepFor(ms), 9 * kHourMs);
  await page.key('ArrowDown');
  await page.gone({ role: 'status', name: /^Undone/ });
  await wait(500);
  const frames = await framesIn(page, 1500);
  assert.ok(frames <= 1, `${frames} frames were drawn for nothing`);
  await setText(page, kAction, 'Owner', 'In the morning');
  await rowShows(page, kAction, { Owner: 'In the morning' });
  await page.saved();
  await savedNow(page);
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'In the morning' });
});

const clocks = journey('A clock that is set back or forward loses nothing and tells no nonsense', {}, async (t) => {
  const page = await t.page({ before: [movableClocks] });
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Owner', 'First');
  await page.saved();
  await page.tab.evaluate((ms) => globalThis.setClock(ms), -26 * kHourMs);
  await setText(page, kAction, 'Owner', 'Second, a day before');
  await rowShows(page, kAction, { Owner: 'Second, a day before' });
  await page.saved();
  await savedNow(page);
  await page.tab.evaluate((ms) => globalThis.setClock(ms), 27 * kHourMs);
  await setText(page, kAction, 'Note', 'Third');
  await rowShows(page, kAction, { Note: 'Third' });
  await page.saved();
  await savedNow(page);
  await wait(300);
  assert.ok((await framesIn(page, 1500)) <= 1, 'it draws for nothing');
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'Second, a day before', Note: 'Third' });
});

export const journeys = [graphics, density, ...zooms, sleep, clocks];

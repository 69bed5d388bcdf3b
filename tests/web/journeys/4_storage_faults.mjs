// What can happen to a browser's storage: it is deleted, damaged, full, taken by a newer version, its
// owner is gone. Each is said in plain words with a way to keep the work, and nothing is lost.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { wait } from '../lib/browsers.mjs';
import { movableClocks } from '../lib/clocks.mjs';
import { journey } from '../lib/journey.mjs';
import { kSaved } from '../lib/page.mjs';
import { cell, reachCell, reachRow, rowShows, setText, showPlanOf, showScreen, valueOf } from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kOther = 'Have a clear strategy for exit or succession';
const kDayMs = 86400000;
const kMostSegments = 256; // of src/app/compaction.cpp
const kParagraph = ['paragraph', 'text'];
const inPage = (name) => fs.readFileSync(new URL(`../lib/${name}`, import.meta.url), 'utf8');
const kStored = inPage('stored.js');
const kQuickEdits = inPage('quick_edits.js');

async function stored(page, act) {
  await page.tab.evaluate(kStored);
  return page.tab.evaluate((name) => atlasStored[name](), act);
}

// Written, shown and saved.
async function set(page, title, column, text) {
  await setText(page, title, column, text);
  await rowShows(page, title, { [column]: text });
  await page.saved();
}

const unsaved = async (page) => (await page.findAll({ role: 'status', name: kSaved })).length === 0;

const facts = journey('Home and Share say what the browser answers about its storage', {}, async (t) => {
  const page = await t.page();
  await page.saved();
  for (const screen of ['Home', 'Share']) {
    await showScreen(page, screen);
    // Chromium answers for itself, Firefox asks the person: any of the three may be true.
    await page.find({ role: kParagraph, name: /^The browser (has agreed to keep|may clear|has not said whether)/ });
    await page.find({ role: kParagraph, name: /^Stored in this browser: [\d.]+ [KMGT]B of the [\d.]+ [KMGT]B that it allows\.$/ });
  }
  // And then nothing is drawn any more.
  await page.tab.mouse.move(683, 2);
  await wait(800);
  const before = await page.frames();
  await wait(1500);
  const frames = (await page.frames()) - before;
  assert.ok(frames <= 1, `${frames} frames were drawn for nothing`);
});

const deleted = journey('Databases deleted while it runs are written again, and it says so', {}, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await set(page, kAction, 'Owner', 'Before it was deleted');
  const count = await stored(page, 'deleteAll');
  assert.ok(count >= 2, `only ${count} databases were there`);
  const alert = await page.find({ role: 'alert', name: /deleted while the app was open/ });
  await page.find({ role: 'alert', name: /has been stored again/ });
  await page.saved();
  const file = await t.download(() => page.press({ role: 'button', name: 'Save a file', within: { role: 'alert', name: /stored again/ } }));
  assert.ok(file.bytes.length > 10000, `${alert.name}: the file is too small`);
  await page.press({ role: 'button', name: 'Close', within: { role: 'alert', name: /stored again/ } });
  await set(page, kOther, 'Owner', 'After it was deleted');
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'Before it was deleted' });
  await rowShows(page, kOther, { Owner: 'After it was deleted' });
  assert.equal((await page.findAll({ role: 'alert' })).length, 0);
});

const damaged = journey('A damaged part is named, kept, and saved as it is; the rest is there', {}, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await set(page, kAction, 'Owner', 'One of two');
  await set(page, kOther, 'Owner', 'Two of two');
  const { name, bytes } = await stored(page, 'damageLast');
  await page.reload();
  const alert = await page.find({ role: 'alert', name: /1 of 3 stored parts/ });
  assert.ok(alert.name.includes(name), `“${alert.name}” does not name ${name}`);
  const file = await t.download(() => page.press({ role: 'button', name: 'Save the damaged file…' }), '.damaged');
  assert.equal(file.name, `${name}.damaged`);
  assert.deepEqual([...file.bytes], bytes);
  await page.press({ role: 'button', name: 'Close', within: { role: 'alert', name: alert.name } });
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'One of two' });
  await reachRow(page, kOther);
  assert.notEqual(await valueOf(page, kOther, 'Owner'), 'Two of two');
  await set(page, kAction, 'Note', 'The work goes on');
  await showScreen(page, 'Home');
  await page.find({ role: kParagraph, name: /^One stored part of this workspace cannot be read/ });
  await page.find({ role: 'button', name: `Save ${name}` });
  assert.ok((await stored(page, 'parts')).includes(name), 'the damaged part is gone');
});

const newer = journey('A newer version takes the database: plain words then and at the next start', {}, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await set(page, kAction, 'Owner', 'Stored before');
  await stored(page, 'raiseVersion');
  await setText(page, kAction, 'Owner', 'Typed after');
  await rowShows(page, kAction, { Owner: 'Typed after' });
  for (const words of [/newer version of the app has used/, /belongs to a newer version of the app/]) {
    await page.find({ role: 'alert', name: words });
    assert.ok(await unsaved(page), '“Saved” is a lie here');
    const file = await t.download(() => page.press({ role: 'button', name: 'Save a file now' }));
    assert.ok(file.bytes.length > 10000, 'the file is too small');
    await page.reload();
  }
});

// Firefox takes a small quota from its preferences, in kilobytes.
const kTooLong = randomBytes(300_000).toString('hex'); // does not pack well
const kSmallQuota = { 'dom.quotaManager.temporaryStorage.fixedLimit': 6 * 1024 };

const full = journey(
  'A disk that is full in Firefox: a message, no “Saved”, a file, and all of it when there is room',
  { drivers: ['pointer'], browsers: ['firefox'], timeoutMs: 120000 },
  async (t) => {
    const server = await t.ownServer();
    const running = await t.launch(t.temporaryFolder(), { preferences: kSmallQuota });
    const page = await t.openIn(running.puppeteer, { url: server.url });
    await showPlanOf(page, kBody);
    await set(page, kAction, 'Owner', 'Fits');
    assert.equal(await stored(page, 'fill'), 'QuotaExceededError');
    await reachCell(page, kAction, 'Note');
    await page.tab.evaluate(kQuickEdits);
    const write = (...what) => page.tab.evaluate((...args) => atlasEdits.write(...args), ...what);
    assert.ok(await write(kAction, 'Note', kTooLong), 'there is no such field');
    await page.find({ role: 'alert', name: /no room left for this work/ });
    assert.ok(await unsaved(page), '“Saved” is a lie here');
    const file = await t.download(() => page.press({ role: 'button', name: 'Save a file now' }));
    assert.ok(file.bytes.length > 10000, 'the file is too small');
    await stored(page, 'empty');
    await page.gone({ role: 'alert' });
    await page.saved(); // without a further edit
    await page.reload();
    await showPlanOf(page, kBody);
    await rowShows(page, kAction, { Owner: 'Fits', Note: kTooLong });
  },
);

const due = journey('Work of a week that is in no file is mentioned, can be put off, and ends with a file', {}, async (t) => {
  const page = await t.page({ before: [movableClocks] });
  await showPlanOf(page, kBody);
  await set(page, kAction, 'Owner', 'In no file');
  const later = (days) => page.tab.evaluate((ms) => globalThis.setClock(ms), days * kDayMs);
  await later(8);
  await showScreen(page, 'Home');
  const kDue = { role: 'status', name: /^For 8 days changes have been made here that are in no file/ };
  await page.find(kDue);
  await page.press({ role: 'button', name: 'Not now' });
  await page.gone(kDue);
  await later(-365);
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Note', 'A year before');
  await rowShows(page, kAction, { Owner: 'In no file', Note: 'A year before' });
  await page.saved();
  assert.equal((await page.findAll({ role: 'status', name: /in no file/ })).length, 0);
  await later(8);
  await showScreen(page, 'Home');
  await page.find(kDue);
  const file = await t.download(() => page.press({ role: 'button', name: 'Save a file', within: kDue }));
  assert.ok(file.bytes.length > 10000, 'the file is too small');
  await page.gone(kDue);
  await page.find({ role: kParagraph, name: /^Last file copy: .*Nothing has changed since/ });
});

const kPart = 40;

// Edits that are each stored as a segment of their own.
async function saveEach(page, name, from, count) {
  await page.tab.bringToFront();
  await reachRow(page, kAction);
  await page.tab.evaluate(kQuickEdits);
  // In parts: the browser's driver waits for each no longer than a minute.
  for (let done = 0; done < count; done += kPart) {
    const part = { title: kAction, name, from: from + done, count: Math.min(kPart, count - done) };
    await page.tab.evaluate((what) => atlasEdits.saveEach(what), part);
  }
}

async function startText(page, title, column, text) {
  await reachCell(page, title, column);
  await page.fill(cell(title, column), text, { commit: false });
}

const segments = async (page) => (await stored(page, 'parts')).filter((name) => name.startsWith('seg-')).length;

const handOver = journey(
  'Three tabs edit, the owner goes: the next one tidies the store up, and nothing is lost',
  { drivers: ['pointer'], timeoutMs: 240000 },
  async (t) => {
    const tabs = [];
    for (let i = 0; i < 3; ++i) {
      tabs.push(await t.open());
      await showPlanOf(tabs[i], kBody);
    }
    const [owner, next, third] = tabs;
    await saveEach(third, 'Note', 1, 3);
    await saveEach(next, 'Owner', 1, kMostSegments - 20);
    const many = await segments(next);
    // It goes in the middle of an edit, like a tab that crashed.
    await owner.tab.bringToFront();
    await startText(owner, kOther, 'Owner', 'Never ended');
    await owner.tab.close({ runBeforeUnload: false });
    await saveEach(next, 'Owner', kMostSegments - 19, 30);
    await next.until(async () => (await segments(next)) < 30, () => 'the store was not tidied up');
    await saveEach(third, 'Note', 4, 2);
    await next.close();
    await saveEach(third, 'Note', 6, 2);
    await third.saved();
    await third.reload();
    await showPlanOf(third, kBody);
    await rowShows(third, kAction, { Owner: String(kMostSegments + 10), Note: '7' });
    assert.equal((await third.findAll({ role: 'alert' })).length, 0);
    t.note(`${many} segments became ${await segments(third)}`);
  },
);

export const journeys = [facts, deleted, damaged, newer, full, due, handOver];

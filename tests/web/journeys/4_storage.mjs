// Nothing is lost: without a server, with two tabs, with storage that is refused or full.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { journey } from '../lib/journey.mjs';
import { kSaved } from '../lib/page.mjs';
import {
  cell, detailsOf, kTextOfAllSorts, reachCell, rowShows, searchFor, setChoice, setText, showModel,
  showPlanOf, showScreen, valueOf,
} from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kOther = 'Have a clear strategy for exit or succession';

const offline = journey('With the server stopped a reload still has the work', {}, async (t) => {
  const server = await t.ownServer();
  const page = await t.page({ url: server.url });
  await showPlanOf(page, kBody);
  await setChoice(page, kAction, 'Status', 'On hold');
  await setText(page, kAction, 'Owner', kTextOfAllSorts);
  await rowShows(page, kAction, { Owner: kTextOfAllSorts, Status: 'On hold' });
  await page.saved();
  await page.find({ role: ['status', 'paragraph'], name: /Offline ready/ });
  await server.close();
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: kTextOfAllSorts, Status: 'On hold' });
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2021');
  await searchFor(page, 'Darlington Cares');
  await detailsOf(page, 'Darlington Cares');
  // And the work goes on.
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Owner', 'Written offline');
  await rowShows(page, kAction, { Owner: 'Written offline' });
  await page.saved();
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'Written offline' });
});

// Each tab sees the other's work, and a reload of both has all of it.
const twoTabs = journey('Two tabs edit and lose nothing of either', { timeoutMs: 120000 }, async (t) => {
  const one = await t.open();
  await showPlanOf(one, kBody);
  const two = await t.open();
  await showPlanOf(two, kBody);
  for (let round = 1; round <= 3; ++round) {
    await one.tab.bringToFront();
    await setText(one, kAction, 'Owner', `First tab ${round}`);
    await setText(one, kAction, 'Note', `Note of the first ${round}`);
    await two.tab.bringToFront();
    await setText(two, kOther, 'Owner', `Second tab ${round}`);
    await setText(two, kOther, 'Note', `Note of the second ${round}`);
    await bothHave([one, two], round);
  }
  for (const page of [one, two]) {
    await page.tab.bringToFront();
    await page.saved();
  }
  await one.close();
  await two.tab.bringToFront();
  await setText(two, kOther, 'Owner', 'After the other was closed');
  await rowShows(two, kOther, { Owner: 'After the other was closed' });
  await two.saved();
  await two.reload();
  await showPlanOf(two, kBody);
  await rowShows(two, kAction, { Owner: 'First tab 3', Note: 'Note of the first 3' });
  await rowShows(two, kOther, { Owner: 'After the other was closed', Note: 'Note of the second 3' });
});

async function bothHave(pages, round) {
  for (const page of pages) {
    await page.tab.bringToFront();
    await rowShows(page, kAction, { Owner: `First tab ${round}`, Note: `Note of the first ${round}` });
    await rowShows(page, kOther, { Owner: `Second tab ${round}`, Note: `Note of the second ${round}` });
  }
}

// Both write before either has heard of the other.
const atOnce = journey('Two tabs that save at the same moment keep both', { drivers: ['pointer'] }, async (t) => {
  const one = await t.open();
  await showPlanOf(one, kBody);
  const two = await t.open();
  await showPlanOf(two, kBody);
  await startText(two, kOther, 'Owner', 'From the second');
  await one.tab.bringToFront();
  await startText(one, kAction, 'Owner', 'From the first');
  await Promise.all([one.key('Enter'), two.tab.bringToFront()]);
  for (const page of [one, two]) {
    await page.tab.bringToFront();
    await rowShows(page, kAction, { Owner: 'From the first' });
    await rowShows(page, kOther, { Owner: 'From the second' });
    await page.saved();
  }
  await Promise.all([one.close(), two.reload()]);
  await showPlanOf(two, kBody);
  await rowShows(two, kAction, { Owner: 'From the first' });
  await rowShows(two, kOther, { Owner: 'From the second' });
});

async function startText(page, title, column, text) {
  await reachCell(page, title, column);
  await page.fill(cell(title, column), text, { commit: false });
}

const kBanner = { role: ['alert', 'status', 'region', 'paragraph'], name: /save a file/i };
const kSaveNow = { role: 'button', name: /^Save a file now/ };

function refuseStorage() {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

async function savesNow(t, page, owner) {
  const file = await t.download(() => page.press(kSaveNow));
  assert.ok(file.bytes.length > 10000, 'the file is too small to hold the workspace');
  assert.equal(await valueOf(page, kAction, 'Owner'), owner);
}

const refused = journey('Storage refused: the app works, says so, and saves a file', {}, async (t) => {
  t.allow(/IndexedDB|insecure/i);
  const page = await t.page({ before: [refuseStorage] });
  await page.find(kBanner);
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Owner', 'Kept in this tab');
  await rowShows(page, kAction, { Owner: 'Kept in this tab' });
  assert.equal((await page.findAll({ role: 'status', name: kSaved })).length, 0, '“Saved” is a lie here');
  await showScreen(page, 'Explore');
  await page.find(kBanner);
  await showPlanOf(page, kBody);
  await savesNow(t, page, 'Kept in this tab');
});

// A disk that is full after a while: Chromium lets its quota be set. It goes by what was free when the
// page began to write, and asks again only for a write larger than that.
const kQuota = 300_000;
const kTooLong = randomBytes(400_000).toString('hex'); // does not pack well

const full = journey(
  'Storage full: a banner, no “Saved”, and a file',
  { drivers: ['pointer'], browsers: ['chromium'] },
  async (t) => {
    const page = await t.page({ start: false });
    const { origin } = new URL(page.url);
    const session = await page.tab.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: kQuota });
    await page.goto();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', 'Fits');
    await page.saved();
    await reachCell(page, kAction, 'Note');
    await page.fill(cell(kAction, 'Note'), '', { commit: false });
    await page.tab.keyboard.sendCharacter(kTooLong);
    await page.key('Control+Enter');
    await page.find(kBanner);
    assert.equal((await page.findAll({ role: 'status', name: kSaved })).length, 0, '“Saved” is a lie here');
    await savesNow(t, page, 'Fits');
    // Space again: the next change takes everything with it.
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await setText(page, kOther, 'Owner', 'Fits again');
    await rowShows(page, kOther, { Owner: 'Fits again' });
    await page.saved();
    await page.reload();
    await showPlanOf(page, kBody);
    await rowShows(page, kAction, { Note: kTooLong });
    await rowShows(page, kOther, { Owner: 'Fits again' });
  },
);

export const journeys = [offline, twoTabs, atOnce, refused, full];

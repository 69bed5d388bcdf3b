// Finding bodies and walking the hierarchy.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { detailsOf, searchFor, showModel, showScreen } from '../lib/steps.mjs';

const kBodies = [
  ['Darlington 2008-09', 'Youth Offending Service'],
  ['Darlington communities 2009', 'Northgate Community Partnership'],
  ['County Durham 2011', 'Strategic Delivery and Improvement Group'],
  ['Darlington 2012', 'Creative Darlington'],
  ['Darlington 2021', 'Darlington Public Sector Executive Group'],
];

const shared = { shares: 'explore' };

const opening = kBodies.map(([tab, body]) =>
  journey(`${tab} is opened and “${body}” is found`, shared, async (t) => {
    const page = await t.page();
    await showScreen(page, 'Explore');
    await showModel(page, tab);
    await page.find({ role: 'tree', name: /^Hierarchy of / });
    await searchFor(page, body);
    await detailsOf(page, body);
    await isCentred(page, body);
  }),
);

// Searching brings the body to the middle of the canvas.
async function isCentred(page, body) {
  const near = async () => {
    const tree = (await page.find({ role: 'tree' })).rect;
    const { rect } = await page.find({ role: 'treeitem', name: body });
    const dx = Math.abs(rect.x + rect.width / 2 - (tree.x + tree.width / 2));
    const dy = Math.abs(rect.y + rect.height / 2 - (tree.y + tree.height / 2));
    return dx < tree.width / 4 && dy < tree.height / 4;
  };
  await page.until(near, () => `“${body}” did not come to the middle of the canvas`);
}

async function goesTo(page, key, body) {
  await page.key(key);
  await page.find({ role: 'treeitem', name: body, state: 'focused' });
}

const walking = journey('Arrow keys walk from the Board to a group and back', shared, async (t) => {
  const page = await t.page();
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2012');
  await searchFor(page, 'Darlington Partnership Board');
  await page.focus({ role: 'treeitem', name: 'Darlington Partnership Board' });
  await page.find({ role: 'treeitem', name: 'Darlington Partnership Board', state: 'focused' });
  await goesTo(page, 'ArrowDown', 'Community Safety');
  await goesTo(page, 'ArrowRight', 'Children and Young People');
  await goesTo(page, 'ArrowRight', 'Health and Well Being');
  await goesTo(page, 'ArrowLeft', 'Children and Young People');
  await detailsOf(page, 'Children and Young People');
  await goesTo(page, 'ArrowUp', 'Darlington Partnership Board');
});

const folding = journey('Branches are folded and unfolded', shared, async (t) => {
  const page = await t.page();
  await showScreen(page, 'Explore');
  await showModel(page, 'County Durham 2011');
  const leaf = { role: 'treeitem', name: 'Prolific and Priority Offender scheme' };
  await page.press({ role: 'button', name: 'Expand all' });
  await page.find(leaf);
  await page.press({ role: 'button', name: 'Collapse all' });
  await page.gone(leaf);
  await page.find({ role: 'treeitem', state: 'collapsed' });
  await page.press({ role: 'button', name: 'Expand all' });
  await page.find(leaf);
});

const lines = journey('Typed lines are switched on and off', shared, async (t) => {
  const page = await t.page();
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2008-09');
  const kind = { role: 'checkbox', name: /^Scrutinised by/ };
  await page.press({ role: 'button', name: 'Lines' });
  const before = (await page.find(kind)).states.includes('checked');
  await page.press(kind);
  if (before) await isNot(page, kind, 'checked');
  else await page.find({ ...kind, state: 'checked' });
  await page.press(kind);
  if (before) await page.find({ ...kind, state: 'checked' });
  else await isNot(page, kind, 'checked');
  await page.key('Escape');
  await page.gone(kind);
});

async function isNot(page, query, state) {
  const gone = async () => !(await page.find(query)).states.includes(state);
  await page.until(gone, () => `${query.name} is still ${state}`);
}

const zooming = journey(
  'The wheel zooms about the pointer, and Fit shows everything',
  { ...shared, drivers: ['pointer', 'raw'] },
  async (t) => {
    const page = await t.page();
    await showScreen(page, 'Explore');
    await showModel(page, 'Darlington 2012');
    await page.press({ role: 'button', name: /^Fit/ });
    await page.settled();
    await standsStill(page);
    const board = { role: 'treeitem', name: 'Darlington Partnership Board' };
    const before = centre(await page.find(board));
    await page.tab.mouse.move(before.x, before.y);
    await turnWheel(t, page, before, -300);
    await page.until(
      async () => (await page.find(board)).rect.width > before.width * 1.2,
      () => 'the wheel did not zoom in',
    );
    const after = centre(await page.find(board));
    assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 12, 'it moved from under the pointer');
    await page.press({ role: 'button', name: /^Fit/ });
    await page.until(
      async () => Math.abs((await page.find(board)).rect.width - before.width) < 2,
      () => 'Fit did not bring the whole back',
    );
  },
);

// A notched wheel. Firefox's driver has only the pixels of a trackpad, so its event is made here.
async function turnWheel(t, page, { x, y }, deltaY) {
  if (t.browserName !== 'firefox') return page.tab.mouse.wheel({ deltaY });
  const init = { deltaY: deltaY / 40, deltaMode: 1, clientX: x, clientY: y, bubbles: true, cancelable: true };
  return page.tab.evaluate((more) => {
    document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', more));
  }, init);
}

function centre({ rect }) {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: rect.width };
}

async function standsStill(page) {
  let last = '';
  await page.until(async () => {
    const now = JSON.stringify((await page.findAll({ role: 'treeitem' })).map(({ rect }) => rect));
    const still = now === last;
    last = now;
    await page.settled();
    return still;
  }, () => 'the canvas did not come to rest');
}

const editing = journey('A body’s lead is changed in the details', { ...shared }, async (t) => {
  const page = await t.page();
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2012');
  await searchFor(page, 'Creative Darlington');
  await detailsOf(page, 'Creative Darlington');
  const lead = { role: 'textbox', name: 'Lead', within: { role: 'complementary', name: 'Details' } };
  const before = (await page.find(lead)).value;
  await page.fill(lead, 'Head of Culture');
  await page.find({ ...lead, value: 'Head of Culture' });
  await page.press({ role: 'button', name: 'Undo' });
  await page.find({ ...lead, value: before });
});

export const journeys = [...opening, walking, folding, lines, zooming, editing];

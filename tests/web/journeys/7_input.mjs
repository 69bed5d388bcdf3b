// What hands do: fingers, trackpads, clipboards, input methods, on-screen keyboards, and menus.
import assert from 'node:assert/strict';
import { wait } from '../lib/browsers.mjs';
import { lift, line, touch } from '../lib/fingers.mjs';
import { journey } from '../lib/journey.mjs';
import { cell, detailsOf, reachCell, reachRow, rowShows, searchFor, showModel, showPlanOf, showScreen } from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kCard = { role: 'treeitem', name: 'Darlington Partnership Board' };
const kPointers = { drivers: ['pointer', 'raw'] };

const centre = ({ place }) => ({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
const wide = ({ rect }) => rect.width;

async function fitted(page) {
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2012');
  await page.press({ role: 'button', name: /^Fit/ });
  await standsStill(page);
}

// The canvas has come to rest.
async function standsStill(page) {
  let last = '';
  await page.until(async () => {
    const now = JSON.stringify((await page.findAll({ role: 'treeitem' })).map(({ rect }) => rect));
    const still = now === last;
    last = now;
    await page.settled();
    await wait(120);
    return still;
  }, () => 'the canvas did not come to rest');
  return page.find(kCard);
}

// The first touch. Where a device does not say that it has fingers, targets become larger by it, and
// where things are is known only then.
async function firstTouch(page) {
  await touch(page, [[{ x: 400, y: 20 }]]);
  const isLarge = async () => (await page.find({ role: 'button', name: 'Undo' })).rect.height >= 44;
  await page.until(isLarge, () => 'targets did not become larger');
}

// What the next copying puts on the clipboard, as text.
async function copied(page, key = 'Control+c') {
  await page.tab.evaluate(() => {
    globalThis.lastCopied = null;
    const note = ({ clipboardData, defaultPrevented }) => {
      globalThis.lastCopied = defaultPrevented ? clipboardData.getData('text/plain') : null;
    };
    for (const name of ['copy', 'cut']) addEventListener(name, note, { once: true });
  });
  await page.settled();
  await page.key(key);
  return page.tab.evaluate(() => globalThis.lastCopied);
}

// The keyboard is on a cell without its being edited.
async function focusCell(page, column) {
  const { role } = await reachCell(page, kAction, column);
  if (!page.driver.usesPointer) {
    await page.focus(cell(kAction, column));
  } else {
    await page.press(cell(kAction, column));
    if (role === 'textbox') await page.openField();
    await page.key('Escape');
  }
  await page.find({ ...cell(kAction, column), state: 'focused' });
  await page.settled();
}

const copying = journey('A card’s name is copied and pasted into the search', {}, async (t) => {
  const page = await t.page();
  await fitted(page);
  await page.press(kCard);
  await page.find({ ...kCard, state: 'focused' });
  assert.equal(await copied(page), kCard.name);
  await page.key('Control+k');
  await page.openField();
  await page.key('Control+v');
  await page.until(async () => (await page.openField()).value === kCard.name, () => 'nothing was pasted');
  await page.find({ role: 'option', name: kCard.name });
  await page.key('Escape');
});

const pasting = journey('Cells are copied, cut and pasted, and the schema checks', {}, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await reachCell(page, kAction, 'Owner');
  await page.fill(cell(kAction, 'Owner'), 'Pasted – Llŷr');
  await focusCell(page, 'Owner');
  assert.equal(await copied(page), 'Pasted – Llŷr');
  await focusCell(page, 'Due');
  await page.key('Control+v');
  await page.find({ role: 'alert', name: /is not a date/ });
  await page.press({ role: 'button', name: 'Keep the old value' });
  await focusCell(page, 'Note');
  await page.key('Control+v');
  await rowShows(page, kAction, { Note: 'Pasted – Llŷr' });
  await focusCell(page, 'Note');
  assert.equal(await copied(page, 'Control+x'), 'Pasted – Llŷr');
  await page.find({ ...cell(kAction, 'Note'), value: '' });
  await focusCell(page, 'Owner');
  await page.key('Shift+ ');
  const row = await copied(page);
  assert.match(row, new RegExp(`^${kAction}\tPasted – Llŷr\t[^\t]*\t[^\t]*\t[^\t]*\t[^\t]*\t$`));
  await page.saved();
});

const ownClipboard = journey('A field that is being edited has the browser’s clipboard', {}, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await reachCell(page, kAction, 'Owner');
  await page.fill(cell(kAction, 'Owner'), 'twice', { commit: false });
  await page.key('Control+a', 'Control+c', 'End', 'Control+v', 'Enter');
  await rowShows(page, kAction, { Owner: 'twicetwice' });
});

// Whether the browser would have shown its own menu where the last one was asked for.
const watchMenus = () => {
  globalThis.browserMenus = [];
  addEventListener('contextmenu', (event) => {
    globalThis.browserMenus.push(!event.defaultPrevented);
    event.preventDefault();
  });
};
const menus = (page) => page.tab.evaluate(() => globalThis.browserMenus.splice(0));

// The menu of the card is open, where it was asked for, and the card is not chosen by that.
async function menuOf(page, at = null) {
  const menu = await page.find({ role: 'menu', name: `Menu of ${kCard.name}` });
  const card = await page.find(kCard);
  assert.ok(!card.states.includes('selected'), 'it was chosen');
  if (at) assert.ok(Math.abs(menu.rect.x - at.x) < 8 && Math.abs(menu.rect.y - at.y) < 12, 'the menu is elsewhere');
}

const menuOfCard = journey(
  'The secondary button goes to what it is on, without the browser’s menu',
  kPointers,
  async (t) => {
    const page = await t.page({ before: [watchMenus] });
    await fitted(page);
    const { x, y } = centre(await page.find(kCard));
    await page.tab.mouse.click(x, y, { button: 'right' });
    await menuOf(page, { x, y });
    assert.ok((await menus(page)).every((shown) => !shown), 'the browser’s menu was shown');
    await page.press({ role: 'menuitem', name: 'Details' });
    await detailsOf(page, kCard.name);
    await showPlanOf(page, kBody);
    await reachCell(page, kAction, 'Owner');
    const field = centre(await page.press(cell(kAction, 'Owner')));
    await page.openField();
    await page.tab.mouse.click(field.x, field.y, { button: 'right' });
    await page.until(async () => (await menus(page)).includes(true), () => 'the field has no menu');
    await page.key('Escape', 'Escape');
  },
);

const menuOfElement = journey(
  'Assistive technology asks for the menu of an element of the mirror',
  { drivers: ['mirror'] },
  async (t) => {
    const page = await t.page({ before: [watchMenus] });
    await fitted(page);
    await page.tab.evaluate((name) => {
      const [{ index }] = atlasTest.find('mirror', { role: 'treeitem', name });
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      atlasTest.elementAt(index).dispatchEvent(event);
    }, kCard.name);
    await menuOf(page);
    assert.deepEqual(await menus(page), [false]);
    await page.key('Escape');
    await page.find({ ...kCard, state: 'focused' });
  },
);

const fingers = journey('One finger pans, two zoom, a tap chooses, a long press does not', kPointers, async (t) => {
  const page = await t.page({ viewport: { hasTouch: true } });
  await fitted(page);
  await firstTouch(page);
  const before = await standsStill(page);
  const isChosen = async () => (await page.find(kCard)).states.includes('selected');

  const at = centre(before);
  const swipe = [line(at, { x: at.x + 40, y: at.y + 80 })];
  await touch(page, swipe, { lift: false });
  let moved;
  const held = async () => Math.abs((moved = centre(await page.find(kCard)).y - at.y) - 80) < 3;
  await page.until(held, () => `it is ${moved} px lower, the finger 80`);
  await lift(page, swipe);
  const here = centre(await standsStill(page));
  assert.ok(here.y > at.y + 77, 'it sprang back');
  assert.ok(!(await isChosen()), 'panning chose it');

  const apart = (by) => [-1, 1].map((side) => ({ x: here.x + side * by, y: here.y }));
  const [from, to] = [apart(40), apart(60)];
  await touch(page, [line(from[0], to[0]), line(from[1], to[1])]);
  let factor;
  const isZoomed = async () => Math.abs((factor = wide(await page.find(kCard)) / wide(before)) - 1.5) < 0.06;
  await page.until(isZoomed, () => `two fingers zoomed by ${factor.toFixed(2)}, not 1.5`);
  const zoomed = await standsStill(page);
  assert.ok(Math.abs(centre(zoomed).x - here.x) < 6, 'it moved from between the fingers');

  await touch(page, [[centre(zoomed)]], { holdMs: 800 });
  await menuOf(page);
  assert.ok(!(await isChosen()), 'a long press chose it');
  await page.key('Escape');
  await page.gone({ role: 'menu' });

  await touch(page, [[centre(await standsStill(page))]]);
  await page.find({ ...kCard, state: 'selected' });
});

const scrolling = journey('A finger scrolls the plan and opens nothing; a tap edits', kPointers, async (t) => {
  const page = await t.page({ viewport: { hasTouch: true } });
  await showPlanOf(page, kBody);
  await firstTouch(page);
  await reachCell(page, kAction, 'Owner');
  const before = await page.atRest(cell(kAction, 'Owner'));
  const at = centre(before);
  await touch(page, [line(at, { x: at.x, y: at.y + (at.y > 450 ? -100 : 100) })]);
  await page.until(async () => {
    const [after] = await page.findAll(cell(kAction, 'Owner'));
    return !after || Math.abs(after.rect.y - before.rect.y) > 60;
  }, () => 'it did not scroll');
  await wait(900);
  assert.ok(await page.tab.evaluate(() => !document.querySelector('.text-edit')), 'a field was opened');
  await reachCell(page, kAction, 'Owner');
  // A finger that comes down while it glides only stops it.
  await touch(page, [[centre(await page.atRest(cell(kAction, 'Owner')))]]);
  assert.equal((await page.openField()).label, 'Owner');
  await page.key('Escape');
});

// Drivers turn wheels with notches only in Chromium; a trackpad's events are made up in both.
const trackpad = journey('Two fingers on a trackpad pan, and pinch', kPointers, async (t) => {
  const page = await t.page();
  await fitted(page);
  const before = await page.find(kCard);
  const turn = (more) =>
    page.tab.evaluate((init) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, ...init });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    }, { clientX: centre(before).x, clientY: centre(before).y, ...more });
  assert.ok(await turn({ deltaX: 12.5, deltaY: -30.5 }), 'the page would scroll');
  let panned;
  await page.until(async () => {
    panned = await page.find(kCard);
    return Math.abs(panned.rect.x - before.rect.x + 12.5) < 1 && Math.abs(panned.rect.y - before.rect.y - 30.5) < 1;
  }, () => 'it did not pan');
  assert.ok(Math.abs(wide(panned) - wide(before)) < 0.5, 'it zoomed');
  assert.ok(await turn({ deltaY: -20, ctrlKey: true }), 'the browser would zoom the page');
  await page.until(async () => wide(await page.find(kCard)) > wide(before) * 1.15, () => 'a pinch did not zoom');
});

const cursors = journey('The pointer says what it can do', kPointers, async (t) => {
  const page = await t.page();
  await fitted(page);
  const at = async (query) => {
    const { x, y } = centre(await page.find(query, { visible: true }));
    await page.tab.mouse.move(x, y);
  };
  const cursorIs = (wanted) =>
    page.until(
      async () => (await page.tab.evaluate(() => document.getElementById('canvas').style.cursor)) === wanted,
      () => `the cursor is not ${wanted}`,
    );
  await at(kCard);
  await cursorIs('pointer');
  const tree = (await page.find({ role: 'tree' })).rect;
  await page.tab.mouse.move(tree.x + 4, tree.y + tree.height - 4);
  await cursorIs('grab');
  await page.tab.mouse.down();
  await page.tab.mouse.move(tree.x + 40, tree.y + tree.height - 40, { steps: 3 });
  await cursorIs('grabbing');
  await page.tab.mouse.up();
  await at({ role: 'button', name: 'Undo', state: 'disabled' });
  await cursorIs('not-allowed');
  await showPlanOf(page, kBody);
  await reachCell(page, kAction, 'Owner');
  await at(cell(kAction, 'Owner'));
  await cursorIs('text');
});

// The field over the painted one.
const overlayRect = (page) =>
  page.tab.evaluate(() => {
    const { x, y, width, height } = document.querySelector('.text-edit').getBoundingClientRect();
    return { x, y, width, height };
  });

const following = journey('The field that is edited stays over its cell while the plan scrolls', kPointers, async (t) => {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await reachCell(page, kAction, 'Owner');
  await page.fill(cell(kAction, 'Owner'), 'typed before', { commit: false });
  const before = await overlayRect(page);
  const { x, y } = before;
  await page.tab.mouse.move(x + 10, y + 10); // over the field itself
  await page.tab.mouse.wheel({ deltaY: 40 });
  await page.until(async () => (await overlayRect(page)).y !== y, () => 'nothing scrolled under the field');
  await page.settled();
  // The mirror leaves out the field under the one that is edited: the next cell of the row has its height.
  const { rect } = await page.find(cell(kAction, 'Due'));
  const after = await overlayRect(page);
  const gap = rect.x - (after.x + after.width);
  assert.ok(gap >= 0 && gap < 12 && Math.abs(after.y - rect.y) < 1, 'it is not over its cell');
  // Far away it is not seen, and keeps what was typed.
  for (let i = 0; i < 10; ++i) await page.wheel({ deltaY: 400 });
  for (let i = 0; i < 10; ++i) await page.wheel({ deltaY: -400 });
  assert.equal((await page.openField()).value, 'typed before');
  await page.key('Enter');
  await reachRow(page, kAction);
  await rowShows(page, kAction, { Owner: 'typed before' });
});

const composing = journey(
  'An input method composes in the field; its Enter and Escape are its own',
  { browsers: ['chromium'] },
  async (t) => {
    const page = await t.page();
    await showPlanOf(page, kBody);
    await reachCell(page, kAction, 'Owner');
    await page.fill(cell(kAction, 'Owner'), '', { commit: false });
    const session = await page.tab.createCDPSession();
    const compose = (text) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('に');
    await compose('にほん');
    await page.key('Enter', 'Escape');
    assert.equal((await page.openField()).value, 'にほん');
    await session.send('Input.insertText', { text: '日本' });
    assert.equal((await page.openField()).value, '日本');
    await page.key('Enter');
    await rowShows(page, kAction, { Owner: '日本' });
  },
);

const dictation = journey('What is dictated arrives without a key', {}, async (t) => {
  const page = await t.page();
  await fitted(page);
  await page.key('Control+k');
  await page.openField();
  await page.tab.evaluate(() => document.execCommand('insertText', false, 'creative'));
  await page.find({ role: 'option', name: 'Creative Darlington' });
  await page.key('Escape');
});

// As a phone's keyboard does: what is seen gets lower, the page does not.
const standInViewport = () => {
  const seen = new EventTarget();
  Object.assign(seen, { height: innerHeight, width: innerWidth, scale: 1, offsetTop: 0 });
  addEventListener('resize', () => (seen.height = innerHeight));
  Object.defineProperty(window, 'visualViewport', { value: seen });
  globalThis.coverPage = (height) => {
    seen.height = innerHeight - height;
    seen.dispatchEvent(new Event('resize'));
  };
};

const onScreenKeyboard = journey('An on-screen keyboard does not cover what is typed', {}, async (t) => {
  const page = await t.page({ before: [standInViewport] });
  await fitted(page);
  await searchFor(page, kCard.name);
  const within = { role: 'complementary', name: 'Details' };
  const fields = await page.findAll({ role: 'textbox', within });
  const low = fields.filter(({ place }) => place.height > 20).at(-1);
  assert.ok(low.place.y > 360, 'there is no field low on the page');
  await page.press({ role: 'textbox', name: low.name, within });
  await page.openField();
  await page.tab.evaluate(() => globalThis.coverPage(400));
  const limit = 768 - 400;
  await page.until(async () => {
    const { y, height } = await overlayRect(page);
    return y >= 0 && y + height <= limit;
  }, () => 'the field is under the keyboard');
  await page.tab.keyboard.type('!');
  assert.match((await page.openField()).value, /!$/);
  await page.key('Escape');
  await page.tab.evaluate(() => globalThis.coverPage(0));
  await page.until(
    async () => (await page.find({ role: 'contentinfo' })).rect.y > 600,
    () => 'the page did not get its height back',
  );
});

export const journeys = [
  copying, pasting, ownClipboard, menuOfCard, menuOfElement, fingers, scrolling, trackpad, cursors,
  following, composing, dictation, onScreenKeyboard,
];

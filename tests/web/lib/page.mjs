// One tab with the app in it, used through a driver (drivers.mjs). Things are found by accessible
// role and name; every wait polls until it is true and fails with what was on the screen instead.
//
//   const page = await AppPage.open(context, { url, driver: 'raw' });
//   await page.press({ role: 'button', name: 'Undo' });
//   await page.fill({ role: 'textbox', name: 'Owner' }, 'Lead officer');
//   await page.choose({ role: 'combobox', name: 'Status' }, 'In progress');
//   const node = await page.find({ role: 'status', name: /^Saved/ });
//
// A query is {role, name, value, description, state, within}; role may be a list, the texts patterns.
import fs from 'node:fs';
import { drivers } from './drivers.mjs';
import { wait } from './browsers.mjs';
import { describeNodes } from './describe.mjs';

const kInPage = fs.readFileSync(new URL('./in_page.js', import.meta.url), 'utf8');
const kPollMs = 40;
const kWheelPatienceMs = 160;
export const kPatienceMs = 15000;
const kViewport = { width: 1366, height: 768, deviceScaleFactor: 1 };
export const kSaved = /^Saved( \d\d:\d\d)?$/; // not “Saved a file copy …”
const kSmallest = 4; // a node with less than this is out of view
const kLagMs = 500; // of rectangles in the mirror, at most
const kHeader = 40; // of a grid: rows slide under it

export class AppPage {
  // Options: url, driver, viewport, before: functions to run in the page before its own scripts,
  // path (after the url), start: false to open nothing yet, onMade: told of the page at once.
  static async open(context, options) {
    const page = new AppPage(await context.newPage(), options);
    options.onMade?.(page);
    await page.#prepare(options);
    if (options.start !== false) await page.goto(options.path);
    return page;
  }

  constructor(tab, { url, driver = 'pointer' }) {
    this.tab = tab;
    this.url = url;
    this.driver = drivers[driver];
    this.driverName = driver;
    this.problems = []; // errors told by the page: uncaught ones, console errors, policy breaches
    this.requested = []; // addresses that the page asked for
  }

  async #prepare({ viewport = {}, before = [] }) {
    this.tab.on('pageerror', (error) => this.problems.push(`uncaught: ${error.message}`));
    this.tab.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    this.tab.on('request', (request) => this.requested.push(request.url()));
    await this.resize({ ...kViewport, ...viewport });
    await this.tab.evaluateOnNewDocument(kInPage);
    await this.tab.evaluateOnNewDocument((hide) => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
      if (!hide) return;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(hide);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, this.driver.hide);
    for (const prepare of before) await this.tab.evaluateOnNewDocument(prepare);
  }

  // The driver also turns the screen, which Firefox 140 does not know yet; its size it sets.
  async resize(viewport) {
    try {
      await this.tab.setViewport(viewport);
    } catch (error) {
      if (!/unknown command/.test(error.message)) throw error;
      const width = () => this.tab.evaluate(() => innerWidth);
      await this.until(async () => (await width()) === viewport.width, () => 'the page has another size');
    }
  }

  // Opens the app and waits until it shows its screens.
  async goto(path = '') {
    const response = await this.tab.goto(new URL(path, this.url).href);
    await this.ready();
    return response;
  }

  async reload() {
    const response = await this.tab.reload();
    await this.ready();
    return response;
  }

  async ready() {
    const started = async () => {
      const failure = await this.tab.evaluate(() => {
        const box = document.getElementById('start-up');
        return box?.getAttribute('role') === 'alert' ? box.textContent : '';
      });
      if (failure) throw new Error(failure);
      return (await this.findAll({ role: 'navigation', name: 'Screens' })).length > 0;
    };
    await this.until(started, () => 'the app did not start', 30000);
    await this.find({ role: 'status', name: /^(Saved|Saving|Not stored)/ });
  }

  // Finding.

  async findAll(query) {
    return this.tab.evaluate(
      (source, wanted) => atlasTest.find(source, wanted),
      this.driver.source,
      sendable(query),
    );
  }

  async nodes() {
    return this.tab.evaluate((source) => atlasTest.nodesOf(source), this.driver.source);
  }

  // The first that matches, as soon as there is one. `visible`: it must have a place on the page.
  async find(query, { visible = false, patienceMs = kPatienceMs } = {}) {
    let found;
    await this.until(
      async () => {
        const all = await this.findAll(query);
        found = visible ? all.find(hasPlace) : all[0];
        return found !== undefined;
      },
      () => `${describeQuery(query)} was not found`,
      patienceMs,
    );
    return found;
  }

  async gone(query) {
    const some = async () => (await this.findAll(query)).length === 0;
    await this.until(some, () => `${describeQuery(query)} is still there`);
  }

  // Waits for a condition; on failure the screen is part of the message.
  async until(condition, complaint, patienceMs = kPatienceMs) {
    const end = Date.now() + patienceMs;
    for (;;) {
      try {
        if (await condition()) return;
      } catch (error) {
        if (!/context|navigat|detached|frame/i.test(error.message) || Date.now() > end) throw error;
      }
      if (Date.now() > end) throw new Error(`${complaint()}\n${await this.screen()}`);
      await wait(kPollMs);
    }
  }

  async screen() {
    const nodes = await this.nodes().catch((error) => error.message);
    return typeof nodes === 'string' ? nodes : describeNodes(nodes);
  }

  // Acting.

  async press(query, options) {
    const node = await this.#reach(query, options);
    await this.driver.press(this.tab, node);
    return node;
  }

  async focus(query, options) {
    await this.driver.focus(this.tab, await this.#reach(query, options));
  }

  async key(...keys) {
    for (const key of keys) await pressKey(this.tab, key);
  }

  // Replaces the text of a field through the real input that opens over it.
  async fill(query, text, { commit = true } = {}) {
    await this.press(query);
    const field = await this.openField();
    await pressKey(this.tab, 'Control+a');
    if (text === '') await pressKey(this.tab, 'Delete');
    else await this.tab.keyboard.type(text);
    if (commit) await pressKey(this.tab, field.multiline ? 'Control+Enter' : 'Enter');
  }

  // The field that is being edited and has the keyboard, as {label, value, multiline}. It lies over
  // the painted one; the plain page edits in its own.
  async openField() {
    let field;
    await this.settled();
    await this.until(async () => {
      field = await this.tab.evaluate(() => {
        const element = document.activeElement;
        const plain = document.documentElement.dataset.view === 'plain';
        const fields = plain ? '#mirror input, #mirror textarea' : '#editing input, #editing textarea';
        if (!element?.matches?.(fields) || element.readOnly) return null;
        const label = element.getAttribute('aria-label') ?? '';
        return { label, value: element.value, multiline: element.tagName === 'TEXTAREA' };
      });
      return field !== null;
    }, () => 'no text field has the keyboard');
    return field;
  }

  async choose(query, option) {
    await this.press(query);
    const list = await this.find({ role: 'option', name: option });
    if (this.driver.usesPointer && !hasPlace(list)) await this.#walkToOption(option);
    else await this.press({ role: 'option', name: option });
    await this.gone({ role: 'listbox', name: query.name });
  }

  // An option below the fold of a long list: by keys, as a person does who cannot scroll.
  async #walkToOption(option) {
    for (let i = 0; i < 200; ++i) {
      const [node] = await this.findAll({ role: 'option', name: option });
      if (node && hasPlace(node)) break;
      await this.key('ArrowDown');
    }
    await this.press({ role: 'option', name: option });
  }

  // With a pointer a thing must be on the page before it can be pressed: what is below the fold of
  // `area` is scrolled to. Elements of the mirror need no place.
  async #reach(query, { area } = {}) {
    if (!this.driver.usesPointer) return this.find(query);
    if (area) await this.scrollTo(query, area);
    return this.atRest(query);
  }

  // With motion over: where it is now is where it will be when the press arrives. While much moves
  // the mirror's rectangles lag behind, so that no frame may have been drawn either; what moves
  // without end, such as progress, is no reason to wait for ever.
  async atRest(query) {
    let node;
    let since = Date.now();
    const look = async () => ({ node: await this.find(query, { visible: true }), frames: await this.frames() });
    let before = await look();
    await this.until(async () => {
      await this.settled();
      const now = await look();
      const sides = ['x', 'y', 'width', 'height'];
      const stands = sides.every((side) => before.node.place[side] === now.node.place[side]);
      if (!stands) since = Date.now();
      const still = stands && (now.frames === before.frames || Date.now() - since > kLagMs);
      before = now;
      node = now.node;
      return still;
    }, () => `${describeQuery(query)} does not come to rest`);
    return node;
  }

  // Turns the wheel over `area` until the thing is in view: up and down, then sideways.
  async scrollTo(query, area) {
    const { place } = await this.find(area, { visible: true });
    await this.tab.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    const down = Array(40).fill({ deltaY: Math.round(place.height * 0.6) });
    await this.#turnWheel([{}, { deltaY: -20000 }, ...down], query, (node) => {
      const middle = node.rect.y + node.rect.height / 2;
      return middle > place.y + kHeader && middle < place.y + place.height;
    });
    const right = Array(20).fill({ deltaX: Math.round(place.width * 0.4) });
    await this.#turnWheel([{}, { deltaX: -20000 }, ...right], query, (node) => {
      return node.place.width > Math.min(node.rect.width, place.width) * 0.9;
    });
  }

  async #turnWheel(turns, query, there) {
    for (const turn of turns) {
      if (turn.deltaX || turn.deltaY) await this.wheel(turn);
      else await this.settled();
      const [node] = await this.findAll(query);
      if (node && there(node)) return;
    }
  }

  // Turns the wheel where the pointer is, and waits for what follows.
  async wheel(turn) {
    const before = await this.frames();
    await this.tab.mouse.wheel(turn);
    await this.#drawnSince(before);
  }

  // How many frames the app has drawn.
  async frames() {
    return this.tab.evaluate(() => atlasProbe.frames);
  }

  // What was asked for has been drawn, and all that followed from it. At the end of its way a wheel
  // moves nothing, and nothing is drawn.
  async #drawnSince(before) {
    const end = Date.now() + kWheelPatienceMs;
    while ((await this.frames()) === before && Date.now() < end) await wait(kPollMs);
    for (let last = before; ; ) {
      await this.settled();
      const now = await this.frames();
      if (now === last) return;
      last = now;
    }
  }

  // Two frames of the browser: input given before has been drawn.
  async settled() {
    await this.tab.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async saved() {
    await this.find({ role: 'status', name: kSaved });
  }

  async close() {
    await this.tab.close();
  }
}

export function hasPlace(node) {
  return node.place.width >= kSmallest && node.place.height >= kSmallest;
}

// "Control+Shift+z": the last one is pressed while the others are held.
export async function pressKey(tab, combination) {
  const keys = combination.split('+');
  const last = keys.pop();
  for (const key of keys) await tab.keyboard.down(key);
  await tab.keyboard.press(last);
  for (const key of keys.reverse()) await tab.keyboard.up(key);
}

function sendable(query) {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => {
      if (value instanceof RegExp) return [key, { pattern: value.source, flags: value.flags }];
      return [key, key === 'within' ? sendable(value) : value];
    }),
  );
}

export function describeQuery({ role, name, value, state, within }) {
  const parts = [[role].flat().join(' or ')];
  if (name !== undefined) parts.push(name instanceof RegExp ? String(name) : `“${name}”`);
  if (value !== undefined) parts.push(`with the value ${value instanceof RegExp ? value : `“${value}”`}`);
  if (state) parts.push(`(${state})`);
  if (within) parts.push(`in ${describeQuery(within)}`);
  return parts.join(' ');
}

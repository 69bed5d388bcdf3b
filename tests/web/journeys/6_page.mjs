// The page itself: for everybody, private, and quiet when nobody touches it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { wait } from '../lib/browsers.mjs';
import { contrast, textBlocks } from '../lib/contrast.mjs';
import { journey } from '../lib/journey.mjs';
import { hasPlace } from '../lib/page.mjs';
import { readPng } from '../lib/png.mjs';
import { cell, chooseHelp, detailsOf, reachRow, rowShows, searchFor, showModel, showPlanOf, showScreen } from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kFieldEdge = 4; // interface pixels
const kWcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Each screen in turn, with what opens over it.
async function* screens(page) {
  await showScreen(page, 'Explore');
  await showModel(page, 'Darlington 2012');
  await searchFor(page, 'Darlington Partnership Board');
  await detailsOf(page, 'Darlington Partnership Board');
  yield 'Explore with details';
  await page.press({ role: 'button', name: 'Lines' });
  await page.find({ role: 'checkbox', name: /^Reports to/ });
  yield 'Explore with the list of lines';
  await page.key('Escape');
  await showPlanOf(page, kBody);
  await reachRow(page, kAction);
  yield 'Plan';
  await page.press({ ...cell(kAction, 'Status'), role: 'combobox' });
  await page.find({ role: 'option', name: 'On hold' });
  yield 'Plan with a list of choices';
  await page.key('Escape');
  await showScreen(page, 'Share');
  yield 'Share';
  for (const name of ['Keys', 'About']) {
    await chooseHelp(page, name);
    await page.find({ role: 'dialog' });
    yield `the dialogue ${name}`;
    await page.key('Escape');
    await page.gone({ role: 'dialog' });
  }
}

async function axeFindsNothing(page, where) {
  const found = await page.tab.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
    );
  }, kWcag);
  assert.deepEqual(found, [], `${where}:\n${found.join('\n')}`);
}

const accessible = ['?mirror=show', '?view=plain'].map((path) =>
  journey(
    `axe-core finds no violation at ${path}`,
    { drivers: ['mirror'], timeoutMs: 120000 },
    async (t) => {
      const page = await t.page({ path, driver: 'plain' });
      await page.tab.evaluate(axe);
      for await (const where of screens(page)) await axeFindsNothing(page, where);
    },
  ),
);

// What assistive technology is told is what the core has.
const sameTree = journey(
  'The mirror has what the core’s own tree has',
  { drivers: ['pointer'] },
  async (t) => {
    const page = await t.page();
    for await (const where of screens(page)) {
      await page.settled();
      const ids = await page.tab.evaluate(() => atlasProbe.tree().map(({ id, role, name }) => [id, `${role} ${name}`]));
      const twice = ids.filter(([id], index) => ids.findIndex(([other]) => other === id) !== index);
      assert.deepEqual(twice, [], `ids used twice: ${where}`);
      const lists = await page.tab.evaluate(() =>
        ['mirror', 'probe'].map((source) =>
          atlasTest.nodesOf(source)
            .filter(({ role }) => !['application', 'group', 'paragraph'].includes(role))
            // In the mirror a cell of the grid is named by the fields in it.
            .map(({ role, name }) => `${role} ${role === 'gridcell' ? '' : name.replace(/\s+/g, ' ')}`),
        ),
      );
      assert.deepEqual(lists[0], lists[1], where);
    }
  },
);

// And Chromium's accessibility tree has it from there.
const spoken = journey(
  'The browser’s accessibility tree has the names of all buttons, fields and tabs',
  { drivers: ['pointer'], browsers: ['chromium'] },
  async (t) => {
    const page = await t.page();
    for await (const where of screens(page)) {
      // A dialogue hides the rest, as it should.
      if ((await page.findAll({ role: 'dialog' })).length > 0) continue;
      let missing = [];
      await page.until(
        async () => (missing = await notTold(page)).length === 0,
        () => `${where}: not in the accessibility tree: ${missing.join(', ')}`,
      );
    }
  },
);

// The tree and the page are read one after the other, and the page may move on in between.
async function notTold(page) {
  const told = new Set();
  const visit = (node) => {
    told.add(`${node.role} ${node.name ?? ''}`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(await page.tab.accessibility.snapshot());
  const wanted = await page.findAll({ role: ['button', 'tab', 'treeitem', 'heading', 'checkbox', 'option'] });
  return wanted.map(({ role, name }) => `${role} ${name}`).filter((one) => !told.has(one));
}

const kReadable = [
  'paragraph', 'heading', 'button', 'link', 'tab', 'treeitem', 'option', 'checkbox', 'textbox',
  'combobox', 'searchbox', 'columnheader', 'status', 'alert', 'listitem',
];

// What floats lies over what is not part of it; a dialogue shades all the rest.
const kFloating = ['dialog', 'listbox', 'menu'];

function isWithin(nodes, node, above) {
  let at = node;
  while (at && at.index !== above.index) at = nodes[at.parent];
  return at !== undefined;
}

function covers({ role, rect }, { place }) {
  const across = rect.x < place.x + place.width && place.x < rect.x + rect.width;
  const down = rect.y < place.y + place.height && place.y < rect.y + rect.height;
  return role === 'dialog' || (across && down);
}

// What can be text of a node, in pixels of the picture. A field's own edge is no text and needs 3 : 1.
function insideOf({ role, place: { x, y, width, height } }) {
  const edge = role === 'combobox' || role === 'textbox' ? kFieldEdge : 0;
  const of = (length) => Math.max(0, length - 2 * edge) * 2;
  return { x: (x + edge) * 2, y: (y + edge) * 2, width: of(width), height: of(height) };
}

const readable = journey(
  'Painted text has a contrast of 4.5 : 1 at least',
  { drivers: ['raw'], browsers: ['chromium'], timeoutMs: 180000 },
  async (t) => {
    assert.ok(Math.abs(contrast([0, 0, 0], [255, 255, 255]) - 21) < 0.001);
    const page = await t.page({ viewport: { deviceScaleFactor: 2 } });
    let measured = 0;
    let lowest = 21;
    for await (const where of screens(page)) {
      await page.tab.mouse.move(683, 2);
      await page.settled();
      await wait(300);
      const picture = readPng(await page.tab.screenshot());
      const all = await page.nodes();
      const floating = all.filter(({ role }) => kFloating.includes(role));
      const nodes = (await page.findAll({ role: kReadable })).filter(
        (node) =>
          hasPlace(node) &&
          !node.states.includes('disabled') &&
          !floating.some((above) => !isWithin(all, node, above) && covers(above, node)),
      );
      for (const node of nodes) {
        for (const block of textBlocks(picture, insideOf(node))) {
          measured += 1;
          lowest = Math.min(lowest, block.ratio);
          const what = `${where}: ${node.role} “${node.name}”, ${block.ink} on ${block.paper} at ${block.x / 2}, ${block.y / 2} (${block.width / 2} by ${block.height / 2})`;
          assert.ok(block.ratio >= 4.5, `${block.ratio.toFixed(2)} : 1, ${what}`);
        }
      }
    }
    assert.ok(measured > 200, `only ${measured} pieces of text were measured`);
    t.note(`${measured} pieces of text, the lowest ${lowest.toFixed(2)} : 1`);
  },
);

function noWebgl() {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest);
  };
  if (globalThis.OffscreenCanvas) OffscreenCanvas.prototype.getContext = () => null;
}

const plain = journey('Without WebGL 2 the page is plain HTML that works', { drivers: ['mirror'] }, async (t) => {
  const page = await t.page({ before: [noWebgl], driver: 'plain' });
  assert.equal(await page.tab.evaluate(() => document.documentElement.dataset.view), 'plain');
  await showScreen(page, 'Explore');
  await showModel(page, 'County Durham 2011');
  await searchFor(page, 'Strategic Delivery and Improvement Group');
  await detailsOf(page, 'Strategic Delivery and Improvement Group');
  await showPlanOf(page, kBody);
  await reachRow(page, kAction);
  await page.fill(cell(kAction, 'Owner'), 'Without a canvas – £5');
  await rowShows(page, kAction, { Owner: 'Without a canvas – £5' });
  await page.saved();
  await page.reload();
  await showPlanOf(page, kBody);
  await rowShows(page, kAction, { Owner: 'Without a canvas – £5' });
  const seen = await page.tab.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.body.innerText, ...fields].join('\n');
  });
  assert.ok(seen.includes(kAction), 'the text is not on the page');
});

const strict = journey('The content security policy is strict and holds', { drivers: ['pointer'] }, async (t) => {
  const page = await t.page({ start: false });
  const response = await page.goto();
  const policy = response.headers()['content-security-policy'];
  const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/ (.*)/s).slice(0, 2)));
  assert.equal(rules.get('default-src'), "'none'");
  assert.equal(rules.get('script-src'), "'self' 'wasm-unsafe-eval'");
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  for await (const where of screens(page)) assert.deepEqual(page.problems, [], where);
  // It is in force: what it forbids does not run.
  await page.tab.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.body.append(script);
  });
  await page.until(async () => page.problems.length > 0, () => 'an inline script was not refused');
  assert.equal(await page.tab.evaluate(() => globalThis.ranInline), undefined);
  t.allow(/content.security.policy/i);
});

const ownOrigin = journey('Nothing is asked of another origin', { drivers: ['pointer'] }, async (t) => {
  const server = await t.ownServer();
  const page = await t.page({ url: server.url });
  const seen = [];
  t.browser.running.puppeteer.on('targetcreated', (target) => seen.push(target.url()));
  for await (const where of screens(page)) assert.ok(where);
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  const paths = new Set(server.requests.map(({ path }) => path.replace(/\?.*/, '')));
  assert.ok(page.requested.length >= 4, 'the recorder saw no requests');
  for (const address of page.requested.filter((one) => !/^(data|blob):/.test(one))) {
    const { origin, pathname } = new URL(address);
    assert.equal(origin, new URL(server.url).origin);
    assert.ok(paths.has(pathname) || pathname === '/', pathname);
  }
  const strangers = server.requests.filter(({ status }) => status >= 400).map(({ path }) => path);
  assert.deepEqual(strangers, [], 'asked for what is not there');
});

const idle = journey('Five idle seconds draw no frame', { drivers: ['pointer'] }, async (t) => {
  const page = await t.page();
  await searchFor(page, 'Cabinet').catch(() => {});
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  await page.saved();
  let last = -1;
  await page.until(async () => {
    const frames = await page.frames();
    const still = frames === last;
    last = frames;
    await wait(400);
    return still;
  }, () => 'it never came to rest');
  await wait(5000);
  assert.equal((await page.frames()) - last, 0);
});

export const journeys = [
  ...accessible, sameTree, spoken, readable, plain, strict, ownOrigin, idle,
];

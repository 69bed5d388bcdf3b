// People work apart and come together: files go round, clashes are settled, the past is looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { journey } from '../lib/journey.mjs';
import {
  bringIn, contentOf, openFiles, rowShows, saveFile, setChoice, setText, showPlanOf, showScreen,
} from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kOther = 'Have a clear strategy for exit or succession';

// A profile of its own without a server: whatever it does, it does offline.
async function offlineProfile(t, name) {
  const server = await t.ownServer();
  const page = await t.openIn(await t.freshContext(), { url: server.url });
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  await server.close();
  await page.reload();
  await giveName(page, name);
  return page;
}

async function giveName(page, name) {
  await page.press({ role: 'button', name: 'Settings', within: { role: 'navigation' } });
  await page.fill({ role: 'textbox', name: 'Your name' }, name);
  await page.press({ role: 'button', name: 'Close', within: { role: 'dialog' } });
  await page.gone({ role: 'dialog' });
}

async function fileOf(t, page, folder, name) {
  const file = path.join(folder, `${name}.atlas`);
  fs.writeFileSync(file, (await saveFile(t, page)).bytes);
  return file;
}

const awayDay = journey(
  'Three people edit apart offline, files go round, and all three end equal',
  { timeoutMs: 300000 },
  async (t) => {
    const folder = t.temporaryFolder();
    const people = {};
    for (const name of ['Ann', 'Bob', 'Cat']) people[name] = await offlineProfile(t, name);
    // A page behind another one draws no frames in some browsers.
    const turnTo = async (name) => {
      await people[name].tab.bringToFront();
      return people[name];
    };
    await turnTo('Ann');
    await showPlanOf(people.Ann, kBody);
    await setText(people.Ann, kAction, 'Owner', 'Head of Housing');
    await turnTo('Bob');
    await showPlanOf(people.Bob, kBody);
    await setText(people.Bob, kAction, 'Owner', 'Chief Constable');
    await setText(people.Bob, kOther, 'Note', 'Bob was here');
    await turnTo('Cat');
    await showPlanOf(people.Cat, kBody);
    await setChoice(people.Cat, kOther, 'Status', 'On hold');

    const fromBob = await fileOf(t, await turnTo('Bob'), folder, 'bob');
    const fromCat = await fileOf(t, await turnTo('Cat'), folder, 'cat');
    await turnTo('Ann');
    await openFiles(people.Ann, [fromBob, fromCat]);
    await people.Ann.find({ role: 'heading', name: 'Opened files' });
    await people.Ann.find({ role: 'heading', name: `Owner of “${kAction}”` });
    await bringIn(people.Ann);
    // Both values are kept, and a person decides.
    await people.Ann.press({ role: 'button', name: '1 clash to settle' });
    await people.Ann.press({ role: 'button', name: 'Use this: Head of Housing' });
    await people.Ann.find({ role: ['heading', 'paragraph'], name: 'Nothing to settle' });

    const fromAnn = await fileOf(t, people.Ann, folder, 'ann');
    for (const name of ['Bob', 'Cat']) {
      await turnTo(name);
      await openFiles(people[name], [fromAnn]);
      await bringIn(people[name]);
      assert.equal((await people[name].findAll({ role: 'button', name: /clash/ })).length, 0, name);
    }
    const contents = {};
    for (const name of Object.keys(people)) {
      const page = await turnTo(name);
      await showPlanOf(page, kBody);
      await rowShows(page, kAction, { Owner: 'Head of Housing' });
      await rowShows(page, kOther, { Note: 'Bob was here', Status: 'On hold' });
      contents[name] = (await saveFile(t, page)).bytes;
    }
    assert.ok(contents.Ann.equals(contents.Bob), 'Ann and Bob have the same bytes');
    assert.ok(contents.Ann.equals(contents.Cat), 'Ann and Cat have the same bytes');
  },
);

const aside = journey(
  'What was brought in can be set aside, over a reload, and brought back',
  { timeoutMs: 120000 },
  async (t) => {
    const page = await t.page();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', 'Mine');
    const mine = (await saveFile(t, page)).bytes;
    const other = await t.openIn(await t.freshContext());
    await showPlanOf(other, kBody);
    await setText(other, kOther, 'Owner', 'Theirs');
    const file = await fileOf(t, other, t.temporaryFolder(), 'theirs');
    await openFiles(page, [file]);
    await bringIn(page);
    await showScreen(page, 'Share');
    await page.press({ role: 'button', name: /^History/, within: { role: 'main' } });
    await page.press({ role: 'button', name: 'Set aside what came with theirs.atlas' });
    await page.find({ role: ['status', 'alert'], name: /^Set aside 1 change/ });
    await page.saved();
    await page.reload();
    assert.ok((await saveFile(t, page)).bytes.equals(mine), 'as before the file came in');
    await page.press({ role: 'button', name: /^History/, within: { role: 'main' } });
    await page.press({ role: 'button', name: 'Bring back what came with theirs.atlas' });
    await page.find({ role: ['status', 'alert'], name: /^Brought back 1 change/ });
    await page.saved();
    await showPlanOf(page, kBody);
    await rowShows(page, kOther, { Owner: 'Theirs' });
    await rowShows(page, kAction, { Owner: 'Mine' });
  },
);

const lookingBack = journey(
  'The workspace is looked at as it was, nothing can be changed there, and one record restored',
  { timeoutMs: 120000 },
  async (t) => {
    const page = await t.page();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', 'First');
    await setText(page, kAction, 'Note', 'Second');
    await setText(page, kOther, 'Owner', 'Stays');
    await page.saved();
    const content = await contentOf(page, kBody);
    await showScreen(page, 'Share');
    await page.press({ role: 'button', name: /^History/, within: { role: 'main' } });
    await page.press({ role: 'link', name: new RegExp(`^Change owner of “${kAction.slice(0, 30)}`, 'i') });
    await page.press({ role: 'button', name: 'Look at the workspace after this' });
    await page.find({ role: 'status', name: /^You are looking at the workspace as it was/ });
    await showPlanOf(page, kBody);
    await rowShows(page, kAction, { Owner: 'First', Note: '' });
    const field = await page.find({ role: 'textbox', name: 'Owner', within: { role: 'row', name: kAction } });
    assert.ok(field.states.includes('readOnly'), field.states.join());
    await page.press({ role: 'button', name: 'Return to now' });
    await page.gone({ role: 'status', name: /^You are looking/ });
    assert.equal(await contentOf(page, kBody), content);
  },
);

export const journeys = [awayDay, aside, lookingBack];

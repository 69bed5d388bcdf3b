// Several workspaces on one device, and text that is erased for good.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { openFiles, rowShows, saveFile, setText, showPlanOf, showScreen } from '../lib/steps.mjs';
import fs from 'node:fs';
import path from 'node:path';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kMain = { role: 'main' };

const several = journey(
  'A workspace is made, duplicated, deleted and brought back',
  { timeoutMs: 180000 },
  async (t) => {
    const page = await t.page();
    await showScreen(page, 'Share');
    const name = { role: 'textbox', name: 'Name of the new workspace', within: kMain };
    await page.scrollTo?.(name, kMain);
    await page.fill(name, 'Away day 2027');
    await page.press({ role: 'button', name: 'Built-in data', within: kMain });
    await page.find({ role: ['status', 'alert'], name: /^Made the workspace “Away day 2027”/ });
    await page.find({ role: 'button', name: 'Away day 2027' });
    await page.saved();
    const remove = { role: 'button', name: 'Delete Away day 2027', within: kMain };
    await page.scrollTo?.(remove, kMain);
    await page.press(remove);
    const toast = { role: ['status', 'alert'], name: /^Deleted “Away day 2027”/ };
    await page.find(toast);
    await page.press({ role: 'button', name: 'Undo', within: toast });
    await page.find({ role: ['status', 'alert'], name: /^Brought back “Away day 2027”/ });
    await page.saved();
    await page.reload();
    await showScreen(page, 'Share');
    await page.find({ role: 'listitem', name: 'Away day 2027' });
  },
);

const erasing = journey(
  'A name is erased for good, and a file that still holds it does not bring it back',
  { timeoutMs: 180000 },
  async (t) => {
    const kName = 'Zebedee Quillfeather';
    const page = await t.page();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', kName);
    await setText(page, kAction, 'Owner', 'Lead officer for risk');
    await page.saved();
    const before = await saveFile(t, page);
    await page.fill({ role: 'searchbox', name: /^Search/ }, 'erase for good', { commit: false });
    await page.press({ role: 'option', name: /^Erase/ });
    await page.find({ role: 'dialog', name: 'Erase for good' });
    await page.fill({ role: 'textbox', name: 'Text to look for' }, kName);
    await page.press({ role: 'button', name: /^Erase \d+ places? for good$/ });
    await page.find({ role: ['status', 'alert'], name: /^Erased for good/ });
    await page.saved();
    const file = path.join(t.temporaryFolder(), 'before.atlas');
    fs.writeFileSync(file, before.bytes);
    await openFiles(page, [file]);
    await page.find({ role: ['status', 'alert'], name: /already has everything/ });
    await showPlanOf(page, kBody);
    await rowShows(page, kAction, { Owner: 'Lead officer for risk' });
    await page.reload();
    await showScreen(page, 'Share');
    await page.press({ role: 'button', name: /^History/, within: kMain });
    await page.find({ role: 'heading', name: 'History' });
    const texts = (await page.nodes()).map((node) => `${node.name} ${node.value ?? ''}`).join('\n');
    assert.ok(!texts.includes('Zebedee'), 'the name is in the history');
  },
);

export const journeys = [several, erasing];

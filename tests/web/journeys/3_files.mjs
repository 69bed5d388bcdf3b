// Files out and in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { badFiles } from '../lib/bad_files.mjs';
import { journey } from '../lib/journey.mjs';
import {
  bringIn, contentOf, kTextOfAllSorts, openFiles, rowShows, saveFile, setText, showPlanOf,
} from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';

const roundTrip = journey(
  'A saved file opens in a fresh profile with the same content, and saves as the same bytes',
  { timeoutMs: 120000 },
  async (t) => {
    const page = await t.page();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', kTextOfAllSorts);
    await rowShows(page, kAction, { Owner: kTextOfAllSorts });
    const first = await saveFile(t, page);
    assert.match(first.name, /\.atlas$/);
    await page.find({ role: ['status', 'alert'], name: /Saved a file copy/ });
    const content = await contentOf(page, kBody);
    assert.ok(content.includes(kTextOfAllSorts));

    const copy = path.join(t.temporaryFolder(), 'from a colleague.atlas');
    fs.writeFileSync(copy, first.bytes);
    const other = await t.openIn(await t.freshContext());
    await openFiles(other, [copy]);
    await bringIn(other);
    assert.equal(await contentOf(other, kBody), content);
    const second = await saveFile(t, other);
    assert.ok(second.bytes.equals(first.bytes), `${first.bytes.length} and ${second.bytes.length} bytes differ`);
    await other.saved();
  },
);

const refusing = journey(
  'A bad file is refused in plain words and changes nothing',
  { timeoutMs: 120000 },
  async (t) => {
    const page = await t.page();
    await showPlanOf(page, kBody);
    await setText(page, kAction, 'Owner', 'Head of Housing');
    const good = await saveFile(t, page);
    const folder = t.temporaryFolder();
    for (const bad of badFiles(good.bytes)) {
      const file = path.join(folder, `${bad.name}.atlas`);
      fs.writeFileSync(file, bad.bytes);
      await openFiles(page, [file]);
      const alert = await page.find({ role: 'alert', name: bad.says });
      const words = `${alert.name} ${alert.description}`.trim();
      assert.match(words, /Nothing was changed/, bad.name);
      assert.match(words, /\.$/, bad.name);
      assert.equal((await page.findAll({ role: 'dialog' })).length, 0, bad.name);
      await page.press({ role: 'button', name: 'Close', within: { role: 'alert' } });
      await page.gone({ role: 'alert' });
    }
    const after = await saveFile(t, page);
    assert.ok(after.bytes.equals(good.bytes), 'the workspace is no longer the same');
  },
);

const dropping = journey(
  'A file dropped on the page is opened',
  { drivers: ['raw'], browsers: ['chromium'] },
  async (t) => {
    const page = await t.page();
    const good = await saveFile(t, page);
    const file = path.join(t.temporaryFolder(), 'dropped.atlas');
    fs.writeFileSync(file, good.bytes.subarray(0, 100));
    const session = await page.tab.createCDPSession();
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    await page.find({ role: 'alert', name: /cut short/ });
  },
);

export const journeys = [roundTrip, refusing, dropping];

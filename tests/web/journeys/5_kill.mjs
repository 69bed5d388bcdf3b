// The browser is killed the moment “Saved” shows, twenty times on one profile: every change that was
// shown as saved is there in the next start.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { cell, reachRow, showPlanOf, valueOf } from '../lib/steps.mjs';

const kTimes = 20;
const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kOwner = 'Owner';

const killing = journey(
  `Killed the moment “Saved” shows, ${kTimes} times: nothing is lost`,
  { drivers: ['pointer'], timeoutMs: 300000 },
  async (t) => {
    const profile = t.temporaryFolder();
    const server = await t.ownServer();
    let written = null;
    for (let round = 1; round <= kTimes + 1; ++round) {
      const running = await t.launch(profile);
      const page = await t.openIn(running.puppeteer, { url: server.url });
      await showPlanOf(page, kBody);
      await reachRow(page, kAction);
      if (written) assert.equal(await valueOf(page, kAction, kOwner), written, `after kill ${round - 1}`);
      if (round <= kTimes) {
        written = `Killed in round ${round}`;
        await page.fill(cell(kAction, kOwner), written, { commit: false });
        const saved = page.tab.evaluate(untilSaved, written);
        await page.key('Enter');
        await saved;
      }
      page.problems.length = 0; // a browser that dies may complain
      await running.kill();
      page.problems.length = 0;
    }
  },
);

// In the page, every few milliseconds: the field has the text and the status says that it is saved.
function untilSaved(owner) {
  return new Promise((resolve) => {
    const look = () => {
      const has = atlasTest.find('mirror', { role: 'textbox', name: 'Owner', value: owner }).length > 0;
      const saved = atlasTest.find('mirror', { role: 'status', name: { pattern: '^Saved( \\d\\d:\\d\\d)?$', flags: '' } });
      if (has && saved.length > 0) {
        observer.disconnect();
        resolve();
      }
    };
    const observer = new MutationObserver(look);
    const root = document.getElementById('mirror');
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

export const journeys = [killing];

// The browser is killed at random moments, twenty times on one profile: what was shown as saved is
// there in the next start, and nothing is half there. tests/web/soak_faults.mjs does it more often.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { Kills } from '../lib/kills.mjs';
import { SeededRandom, seedOf } from '../lib/random.mjs';

const kTimes = 20;

const killing = journey(
  `Killed ${kTimes} times at random moments: nothing is lost and nothing torn`,
  { drivers: ['pointer'], timeoutMs: 900000 },
  async (t) => {
    const profile = t.temporaryFolder();
    const server = await t.ownServer();
    const seed = seedOf(process.env.ATLAS_SEED);
    const kills = new Kills({
      server,
      random: new SeededRandom(seed),
      launch: () => t.launch(profile),
      open: (running, options) => t.openIn(running.puppeteer, options),
    });
    try {
      await kills.times(kTimes);
    } catch (error) {
      error.message += `\nseed ${seed}; ${kills.summary}`;
      throw error;
    }
    for (const page of t.pages) page.problems.length = 0; // a browser that dies may complain
    t.note(`seed ${seed}; ${kills.summary}`);
    assert.deepEqual([...kills.lost, ...kills.torn], [], `seed ${seed}`);
    assert.ok(kills.saved >= kTimes / 2, `only ${kills.saved} reports of “Saved”: it was hardly tried`);
  },
);

export const journeys = [killing];

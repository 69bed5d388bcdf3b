// Kills browsers at random moments of an editing script, much more often than the tests do:
//
//   node soak_faults.mjs [COUNT] [--dir SITE] [--browser chromium|firefox] [--seed N]
//
// COUNT kills of each browser (200 when left out). A profile serves for fifty. Prints the seed of each
// profile, which repeats the moments but not what the machine does meanwhile; ends with
// "N kills: 0 lost, 0 torn" for each browser, and with failure when that is not so.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../tools/lib/server.mjs';
import { kBrowserNames, launchBrowser } from './lib/browsers.mjs';
import { Kills } from './lib/kills.mjs';
import { AppPage } from './lib/page.mjs';
import { SeededRandom, seedOf } from './lib/random.mjs';
import { runInScreen } from './lib/screen.mjs';
import { siteOf } from './lib/site.mjs';

const kUsual = 200;
const kProfileKills = 50;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: 'string' }, site: { type: 'string' }, browser: { type: 'string' }, seed: { type: 'string' },
  },
});
const count = Number(positionals[0] ?? kUsual);
if (!Number.isInteger(count) || count < 1) throw new Error(`“${positionals[0]}” is no number of kills`);
const names = kBrowserNames.filter((name) => !values.browser || values.browser === name);
if (!(names.includes('firefox') && runInScreen())) await soakAll();

async function soakAll() {
  const server = await startServer({ root: siteOf(values.dir ?? values.site) });
  let random = seedOf(values.seed);
  for (const name of names) {
    const total = { kills: 0, saved: 0, lost: 0, torn: 0 };
    while (total.kills < count) {
      const times = Math.min(kProfileKills, count - total.kills);
      const kills = await soakProfile(name, server, random, times);
      for (const problem of [...kills.lost, ...kills.torn]) console.log(`   ${problem}`);
      total.kills += kills.kills;
      total.saved += kills.saved;
      total.lost += kills.lost.length;
      total.torn += kills.torn.length;
      random = (random + 1) >>> 0;
    }
    if (total.lost + total.torn > 0) process.exitCode = 1;
    console.log(`${name}: ${total.kills} kills: ${total.lost} lost, ${total.torn} torn (${total.saved} reports of “Saved”)`);
  }
  await server.close();
}

async function soakProfile(name, server, seed, times) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-soak-'));
  const kills = new Kills({
    server,
    random: new SeededRandom(seed),
    launch: () => launchBrowser(name, { profile }),
    open: (running, options) => AppPage.open(running.puppeteer, options),
  });
  try {
    await kills.times(times);
  } finally {
    console.log(`   ${name}, seed ${seed}: ${kills.summary}`);
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return kills;
}

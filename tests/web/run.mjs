// Runs every journey in Chromium and Firefox against a built site, and ends with a line
// "N passed, N failed".
//
//   node run.mjs [--dir SITE] [--browser chromium|firefox] [--driver NAME] [--only PATTERN] [--list]
//
//   --dir, --site  the folder that tools/bundle wrote; left out: build/site
//   --only         a pattern for the titles of tests, as --list prints them
//   --pictures     a folder for pictures of the pages of tests that fail
//   --one-by-one   one browser after the other, not both at a time
//
// Firefox has WebGL 2 only in a window: without a screen the run goes on inside xvfb-run.
import { runInScreen } from './lib/screen.mjs';
import { kBrowserNames } from './lib/browsers.mjs';
import { testsFor, titleOf } from './lib/journey.mjs';
import { loadJourneys } from './lib/load.mjs';
import { Runner } from './lib/runner.mjs';
import { siteOf } from './lib/site.mjs';
import { startServer } from '../../tools/lib/server.mjs';
import { parseArgs } from 'node:util';

const kTimeLimitMs = 30 * 60 * 1000;

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    site: { type: 'string' },
    browser: { type: 'string' },
    driver: { type: 'string' },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    pictures: { type: 'string' },
    'one-by-one': { type: 'boolean', default: false },
  },
});

const only = new RegExp(values.only ?? '', 'i');
const browsers = kBrowserNames.filter((name) => !values.browser || values.browser === name);
const journeys = await loadJourneys();
const plans = browsers.map((name) =>
  testsFor(name, journeys).filter(
    (test) => only.test(titleOf(test)) && (!values.driver || values.driver === test.driver),
  ),
);

if (values.list) {
  for (const test of plans.flat()) console.log(titleOf(test));
} else if (!(browsers.includes('firefox') && runInScreen())) {
  await runAll();
}

async function runAll() {
  setTimeout(() => {
    console.log('The browser tests took too long and were stopped.');
    console.log('0 passed, 1 failed');
    process.exit(1);
  }, kTimeLimitMs).unref();

  const site = siteOf(values.dir ?? values.site);
  const server = await startServer({ root: site });
  const started = Date.now();
  const runners = plans.filter((plan) => plan.length > 0).map((plan) => new Runner(plan, { site, server, pictures: values.pictures }));
  const run = (runner) => runner.run();
  if (values['one-by-one']) for (const runner of runners) await run(runner);
  else await Promise.all(runners.map(run));
  await server.close();

  const sum = (key) => runners.reduce((total, runner) => total + runner[key], 0);
  console.log(`   browser tests took ${((Date.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

// What a browser test is. A file in journeys/ exports `journeys`, a list of:
//
//   journey('A body is found by its name', { drivers: ['raw'], shares: 'explore' }, async (t) => {
//     const page = await t.page();
//     await page.press({ role: 'button', name: 'Plan' });
//   });
//
// It becomes one test for each browser and each driver. Without `shares` a test has a fresh browser
// context, which keeps nothing of others: storage, service workers, caches. Tests with the same word
// in `shares` go on in one page, in their order; after a failure the next begins with a fresh one.
import { kBrowserNames } from './browsers.mjs';
import { kDriverNames } from './drivers.mjs';

const kTimeoutMs = 60000;

export function journey(name, options, run) {
  const { drivers = kDriverNames, browsers = kBrowserNames, shares, timeoutMs = kTimeoutMs } = options;
  return { name, drivers, browsers, shares, timeoutMs, run };
}

// The tests for a browser, sharing ones of a driver next to each other.
export function testsFor(browserName, journeys) {
  const tests = [];
  for (const one of journeys) {
    if (!one.browsers.includes(browserName)) continue;
    for (const driver of one.drivers) tests.push({ ...one, browserName, driver });
  }
  const key = (test) => (test.shares ? `${test.shares} ${test.driver}` : '');
  const groups = new Map();
  for (const test of tests) {
    const group = key(test) || `alone ${groups.size} ${test.name} ${test.driver}`;
    groups.set(group, [...(groups.get(group) ?? []), test]);
  }
  return [...groups.values()].flat();
}

export function titleOf({ browserName, driver, name }) {
  return `${browserName.padEnd(8)} ${driver.padEnd(7)} ${name}`;
}

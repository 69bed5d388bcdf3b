// Runs the tests of one browser one after another, in one process of it where they let it live.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browsers.mjs';
import { titleOf } from './journey.mjs';
import { TestContext } from './test_context.mjs';

export class Runner {
  passed = 0;
  failed = 0;
  #tests;
  #shared; // {site, server, browser: {running, downloads}}
  #pictures; // a folder for a picture of each page of a test that failed, or undefined
  #shown = null; // {key, context}: the page that tests share

  constructor(tests, { site, server, pictures }) {
    this.#tests = tests;
    this.#pictures = pictures;
    this.#shared = { site, server, browser: { running: null, downloads: '' } };
  }

  async run() {
    const { browser } = this.#shared;
    browser.downloads = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-downloads-'));
    try {
      for (const test of this.#tests) await this.#runOne(test);
      await this.#endShared();
    } finally {
      await browser.running?.close();
      fs.rmSync(browser.downloads, { recursive: true, force: true });
    }
  }

  async #runOne(test) {
    const { browser } = this.#shared;
    const begun = Date.now();
    let context;
    let error = null;
    let timedOut = false;
    try {
      browser.running ??= await launchBrowser(test.browserName, { downloads: browser.downloads });
      context = await this.#contextOf(test);
      timedOut = await withinTime(test.run(context), test.timeoutMs);
      if (timedOut) error = new Error(`took longer than ${test.timeoutMs / 1000} s\n${await screenOf(context)}`);
    } catch (problem) {
      error = problem;
    }
    const complaints = context?.problems() ?? [];
    if (!error && complaints.length > 0) error = new Error(complaints.join('\n'));
    else if (error && complaints.length > 0) error.message += `\nThe page said: ${complaints.join('\n')}`;
    if (error && context && this.#pictures) await this.#picture(test, context);
    this.#report(test, error, Date.now() - begun, context?.notes ?? []);
    await this.#afterwards(test, context, error, timedOut);
  }

  async #picture(test, context) {
    fs.mkdirSync(this.#pictures, { recursive: true });
    const name = titleOf(test).replace(/[^A-Za-z0-9]+/g, '-');
    for (const [i, page] of context.pages.entries()) {
      const file = path.join(this.#pictures, `${name}-${i}.png`);
      await inTime(page.tab.screenshot({ path: file }));
    }
  }

  async #contextOf(test) {
    const key = test.shares ? `${test.shares} ${test.driver}` : null;
    if (this.#shown && this.#shown.key !== key) await this.#endShared();
    const context = this.#shown?.context ?? new TestContext(test, this.#shared);
    if (key) this.#shown = { key, context };
    context.notes = [];
    return context;
  }

  async #afterwards(test, context, error, timedOut) {
    const { browser } = this.#shared;
    if (test.shares && error) await this.#endShared();
    else if (!test.shares) await context?.end();
    const connected = browser.running?.puppeteer.connected;
    if (timedOut || !connected) {
      await browser.running?.close();
      browser.running = null;
    }
  }

  async #endShared() {
    await this.#shown?.context.end();
    this.#shown = null;
  }

  #report(test, error, tookMs, notes) {
    if (error) this.failed += 1;
    else this.passed += 1;
    const time = `${(tookMs / 1000).toFixed(1)} s`;
    const more = notes.length > 0 ? `; ${notes.join('; ')}` : '';
    console.log(`${error ? 'FAIL' : 'ok  '} ${titleOf(test)} (${time}${more})`);
    if (error) console.log(indented(error));
  }
}

// True when the time was over first.
async function withinTime(work, timeoutMs) {
  let timer;
  const timeUp = new Promise((resolve) => {
    timer = setTimeout(() => resolve(true), timeoutMs);
  });
  try {
    return await Promise.race([work.then(() => false), timeUp]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

// What a page says that may hang or be gone; nothing after two seconds.
function inTime(answer) {
  return Promise.race([answer.catch(() => ''), new Promise((resolve) => setTimeout(resolve, 2000, ''))]);
}

async function screenOf(context) {
  return (await Promise.all(context.pages.map((page) => inTime(page.screen())))).join('\n');
}

function indented(error) {
  const where = (error.stack ?? '').split('\n').filter((line) => /journeys/.test(line)).slice(0, 2);
  return [...error.message.split('\n'), ...where].map((line) => `       ${line}`).join('\n');
}

// What a running test works with: pages in a fresh context, browsers of its own, servers, downloads.
// Everything that it started is ended with it, and every page must have stayed clean: no uncaught
// error, nothing on the console, no breach of the content security policy, no foreign request.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../../../tools/lib/server.mjs';
import { launchBrowser, wait } from './browsers.mjs';
import { AppPage } from './page.mjs';

const kDownloadPatienceMs = 20000;

export class TestContext {
  // shared: {site, server, browser} of the run.
  constructor(test, shared) {
    this.browserName = test.browserName;
    this.driver = test.driver;
    this.site = shared.site;
    this.server = shared.server;
    this.browser = shared.browser;
    this.downloads = shared.browser.downloads;
    this.pages = [];
    this.allowed = []; // patterns of problems that belong to this test
    this.notes = [];
    this.#first = null;
    this.#context = null;
  }
  #first;
  #context;
  #started = []; // {close()}

  // The test's page: opened at the first call.
  async page(options = {}) {
    this.#first ??= await this.open(options);
    return this.#first;
  }

  // Another page in the same context. Options: see AppPage.open.
  async open(options = {}) {
    return this.openIn(await this.context(), options);
  }

  async openIn(context, options = {}) {
    const page = await AppPage.open(context, {
      url: this.server.url,
      driver: this.driver,
      ...options,
      onMade: (made) => this.pages.push(made),
    });
    return page;
  }

  async context() {
    this.#context ??= await this.freshContext();
    return this.#context;
  }

  // As a browser profile that nobody has used.
  async freshContext() {
    // Firefox has it from its preferences, and not all versions know the command.
    const asked = { downloadBehavior: { policy: 'allow', downloadPath: this.downloads } };
    const context = await this.browser.running.puppeteer.createBrowserContext(
      this.browserName === 'chromium' ? asked : {},
    );
    this.#started.push(context);
    return context;
  }

  // A browser process with a profile folder, for tests that end it.
  async launch(profile, options = {}) {
    const running = await launchBrowser(this.browserName, { profile, downloads: this.downloads, ...options });
    this.#started.push(running);
    return running;
  }

  // A server of its own, for tests that stop it.
  async ownServer(options = {}) {
    const server = await startServer({ root: this.site, ...options });
    this.#started.push(server);
    return server;
  }

  temporaryFolder() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-test-'));
    this.#started.push({ close: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) });
    return folder;
  }

  // Runs `act` and gives the file that the browser saved because of it: {name, bytes}.
  async download(act, ending = '.atlas') {
    // Files of the same minute have the same name.
    for (const name of fs.readdirSync(this.downloads)) fs.rmSync(path.join(this.downloads, name));
    await act();
    const end = Date.now() + kDownloadPatienceMs;
    for (;;) {
      const names = fs.readdirSync(this.downloads);
      const whole = names.find((name) => name.endsWith(ending));
      const under = names.some((name) => /\.(crdownload|part|tmp)$/.test(name));
      if (whole && !under) {
        const bytes = fs.readFileSync(path.join(this.downloads, whole));
        if (bytes.length > 0) return { name: whole, bytes };
      }
      if (Date.now() > end) throw new Error(`no file was saved; the folder has ${names.join(', ') || 'nothing new'}`);
      await wait(50);
    }
  }

  // A problem that this test causes on purpose.
  allow(pattern) {
    this.allowed.push(pattern);
  }

  note(text) {
    this.notes.push(text);
  }

  // What the pages complained of.
  problems() {
    const complaints = this.pages.flatMap((page) => [...page.problems, ...foreignRequests(page)]);
    for (const page of this.pages) page.problems.length = page.requested.length = 0;
    return complaints.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }

  async end() {
    for (const thing of this.#started.reverse()) {
      await Promise.race([Promise.resolve(thing.close()).catch(() => {}), wait(8000)]);
    }
  }
}

function foreignRequests({ requested, url }) {
  const own = new URL(url).origin;
  return requested
    .filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== own)
    .map((address) => `request to another origin: ${address}`);
}

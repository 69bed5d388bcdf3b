// Starts the stock browsers with a profile of their own, and ends them by their own process.
//
//   const browser = await launchBrowser('firefox', { profile });   // profile: a folder, kept
//   browser.puppeteer   the puppeteer Browser
//   await browser.close()   asks it to end, and ends what is left; deletes a profile it made
//   await browser.kill()    SIGKILL to the whole process group, as a crash or a power cut does
//
// Chromium runs headless with WebGL 2 in software. Firefox has WebGL 2 only in a window, so it needs
// a screen: run.mjs starts one (Xvfb) when there is none.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

export const kBrowserNames = ['chromium', 'firefox'];

const kPrograms = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};
const kProgramVariables = { chromium: 'ATLAS_CHROMIUM', firefox: 'ATLAS_FIREFOX' };

const kChromiumFlags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const kFirefoxPreferences = {
  'webgl.force-enabled': true,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'browser.tabs.crashReporting.sendReport': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.aboutwelcome.enabled': false,
};

// Of how a browser is driven; without a number a call that hangs would hang for three minutes.
const kProtocolTimeoutMs = 60000;
const kCloseTimeoutMs = 5000;

function programOf(name) {
  const given = process.env[kProgramVariables[name]];
  if (given) return given;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const program of kPrograms[name]) {
      const file = path.join(folder, program);
      if (fs.existsSync(file)) return file;
    }
  }
  throw new Error(`${name} is not installed; tools/setup installs it`);
}

// preferences: more of Firefox's.
export async function launchBrowser(name, { profile, downloads, flags = [], preferences = {} } = {}) {
  const folder = profile ?? fs.mkdtempSync(path.join(os.tmpdir(), `atlas-${name}-`));
  const options = {
    executablePath: programOf(name),
    userDataDir: folder,
    protocolTimeout: kProtocolTimeoutMs,
    defaultViewport: null,
    timeout: 60000,
    ...(name === 'chromium' ? chromiumOptions(flags) : firefoxOptions(downloads, preferences)),
  };
  const started = await puppeteer.launch(options);
  return new RunningBrowser(name, started, folder, profile === undefined);
}

function chromiumOptions(flags) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { browser: 'chrome', headless: true, args: [...kChromiumFlags, ...sandbox, ...flags] };
}

function firefoxOptions(downloads, preferences) {
  const where = downloads ? { 'browser.download.dir': downloads } : {};
  return {
    browser: 'firefox',
    headless: false,
    args: ['--width=1400', '--height=900'],
    extraPrefsFirefox: { ...kFirefoxPreferences, ...where, ...preferences },
  };
}

class RunningBrowser {
  constructor(name, started, profile, ownsProfile) {
    this.name = name;
    this.puppeteer = started;
    this.profile = profile;
    this.ownsProfile = ownsProfile;
    this.process = started.process();
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
  }

  async close() {
    await Promise.race([this.puppeteer.close().catch(() => {}), wait(kCloseTimeoutMs)]);
    await this.kill();
    if (this.ownsProfile) fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  // Puppeteer starts each browser as the leader of a process group.
  async kill() {
    try {
      process.kill(-this.process.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    await Promise.race([this.ended, wait(kCloseTimeoutMs)]);
    await Promise.race([this.puppeteer.disconnect(), wait(kCloseTimeoutMs)]);
    await this.#preferencesPutBack();
  }

  // Once Firefox has ended, puppeteer gives a kept profile its own preference files back, in its own
  // time. A browser that starts on the profile in the middle of this would not find them.
  async #preferencesPutBack() {
    const copies = ['prefs.js', 'user.js'].map((file) => path.join(this.profile, `${file}.puppeteer`));
    const end = Date.now() + kCloseTimeoutMs;
    while (copies.some((file) => fs.existsSync(file)) && Date.now() < end) await wait(20);
  }
}

export function wait(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

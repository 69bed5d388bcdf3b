// Writes a picture of every screen at several sizes and densities: `tools/screenshots DIR`.
//
//   node screenshots.mjs DIR [--dir SITE] [--browser chromium|firefox]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../../tools/lib/server.mjs';
import { readArguments } from './lib/arguments.mjs';
import { launchBrowser, wait } from './lib/browsers.mjs';
import { AppPage } from './lib/page.mjs';
import { runInScreen } from './lib/screen.mjs';
import {
  bringIn, cell, chooseHelp, openFiles, reachRow, searchFor, setChoice, setText, showModel, showPlanOf, showScreen,
} from './lib/steps.mjs';

const kSizes = [[1366, 768], [1920, 1080], [820, 1180]];
const kDensities = [1, 2];
const kMotionMs = 450; // longer than any motion lasts
const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kOtherAction = 'Have a clear strategy for exit or succession';
const kDownloadMs = 20000;

const options = readArguments();
const [folder] = options.positionals;
if (!folder) throw new Error('screenshots.mjs takes the folder to write to');
if (!(options.browser === 'firefox' && runInScreen())) await takeAll();

async function takeAll() {
  fs.mkdirSync(folder, { recursive: true });
  const server = await startServer({ root: options.site });
  const running = await launchBrowser(options.browser);
  try {
    for (const [width, height] of kSizes) {
      for (const deviceScaleFactor of kDensities) {
        await takeSize(running, server, { width, height, deviceScaleFactor });
      }
    }
  } finally {
    await running.close();
    await server.close();
  }
}

async function takeSize(running, server, viewport) {
  const context = await running.puppeteer.createBrowserContext();
  const page = await AppPage.open(context, { url: server.url, viewport });
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  const size = `${viewport.width}x${viewport.height}@${viewport.deviceScaleFactor}x`;
  let count = 0;
  const take = async (name) => {
    await page.tab.mouse.move(viewport.width / 2, 2);
    await wait(kMotionMs);
    count += 1;
    const file = `${size} ${String(count).padStart(2, '0')} ${name}.png`;
    fs.writeFileSync(path.join(folder, file), await page.tab.screenshot());
  };
  await takeScreens(page, take);
  const file = await colleaguesFile(running, server, viewport);
  await takeTogether(page, take, file);
  fs.rmSync(path.dirname(file), { recursive: true });
  console.log(`   ${size}: ${count} pictures`);
  await context.close();
}

async function takeScreens(page, take) {
  await take('first screen');
  await showScreen(page, 'Explore');
  for (const { name } of await page.findAll({ role: 'tab' })) {
    await showModel(page, name);
    await page.press({ role: 'button', name: /^Fit/ });
    await take(`Explore ${name}`);
  }
  await showModel(page, 'County Durham 2011');
  await searchFor(page, 'County Durham Partnership Board');
  await take('Explore with details');
  await page.press({ role: 'button', name: 'Lines' });
  await take('Explore list of lines');
  for (const kind of await page.findAll({ role: 'checkbox' })) {
    if (!kind.states.includes('checked')) await page.press({ role: 'checkbox', name: kind.name });
  }
  await page.key('Escape');
  await take('Explore with lines');
  await page.fill({ role: 'searchbox', name: /^Search/ }, 'partnership', { commit: false });
  await take('Explore search open');
  await page.key('Escape');
  await takePlan(page, take);
  await showScreen(page, 'Share');
  await take('Share');
  for (const name of ['Keys', 'About']) {
    await chooseHelp(page, name);
    await page.find({ role: 'dialog' });
    await take(`dialogue ${name}`);
    await page.key('Escape');
    await page.gone({ role: 'dialog' });
  }
}

async function takePlan(page, take) {
  await showPlanOf(page, 'Darlington Partnership (the LSP)');
  await take('Plan of the LSP');
  await showPlanOf(page, kBody);
  await reachRow(page, kAction);
  await setText(page, kAction, 'Owner', 'Café £5 – Llŷr 😀 שלום');
  await setChoice(page, kAction, 'RAG', 'At risk');
  await reachRow(page, kAction);
  await take('Plan after changes');
  await page.press({ ...cell(kAction, 'Status'), role: 'combobox' });
  await take('Plan choosing a status');
  await page.key('Escape');
  await page.press(cell(kAction, 'Owner'));
  await take('Plan editing');
  await page.key('Escape');
}

// Of somebody who works on another machine: what they changed clashes once.
async function colleaguesFile(running, server, viewport) {
  const downloads = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-pictures-'));
  const context = await running.puppeteer.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  const page = await AppPage.open(context, { url: server.url, viewport });
  await page.find({ role: 'paragraph', name: /Offline ready/ });
  await showPlanOf(page, kBody);
  await setText(page, kAction, 'Owner', 'Chief Constable');
  await setText(page, kOtherAction, 'Note', 'Agreed in November');
  await setChoice(page, kOtherAction, 'Status', 'On hold');
  await page.saved();
  await page.key('Control+s');
  const saved = () => fs.readdirSync(downloads).find((name) => name.endsWith('.atlas'));
  const end = Date.now() + kDownloadMs;
  while (!saved()) {
    if (Date.now() > end) throw new Error('the colleague has no file');
    await wait(50);
  }
  await context.close();
  const file = path.join(downloads, 'from a colleague.atlas');
  fs.renameSync(path.join(downloads, saved()), file);
  return file;
}

async function takeTogether(page, take, file) {
  const main = { role: 'main' };
  await openFiles(page, [file]);
  await page.find({ role: 'heading', name: 'Opened files' });
  await take('Opened files');
  await page.focus({ role: 'combobox', within: main });
  await take('Opened files record by record');
  await bringIn(page);
  await page.press({ role: 'button', name: '1 clash to settle' });
  await take('Clashes');
  await showScreen(page, 'Share');
  await page.focus({ role: 'button', name: 'Duplicate', within: main });
  await take('Share workspaces');
  await page.press({ role: 'button', name: /^History/, within: main });
  await take('History');
  await page.press({ role: 'link', name: new RegExp(`${kAction}”$`), within: main });
  await page.focus({ role: 'button', name: 'Look at the workspace after this' });
  await take('History of one change');
  await page.press({ role: 'button', name: 'Look at the workspace after this' });
  await take('Looking back');
  await page.press({ role: 'button', name: 'Return to now' });
}

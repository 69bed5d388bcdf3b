// The interface itself: the gallery's parts, Home, the finder, settings, on wide and narrow pages.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { chooseHelp, detailsOf, searchFor, showScreen } from '../lib/steps.mjs';

const kFinder = { role: 'searchbox', name: /^Search/ };

const parts = journey('The parts of the gallery do what they say', { timeoutMs: 120000 }, async (t) => {
  const page = await t.page();
  await chooseHelp(page, 'Gallery');
  await page.find({ role: 'heading', name: 'Gallery' });
  await page.press({ role: 'button', name: 'Primary' });
  await page.find({ role: 'paragraph', name: 'Primary' });
  await page.press({ role: 'button', name: 'Menu' });
  await page.press({ role: 'menuitem', name: 'Copy' });
  await page.find({ role: 'paragraph', name: 'Copy' });
  await page.press({ role: 'button', name: 'Menu' });
  await page.find({ role: 'menu', name: 'Things to do' });
  await page.key('Escape');
  await page.gone({ role: 'menu', name: 'Things to do' });
  await page.fill({ role: 'textbox', name: 'Text' }, 'Board of 2012 – Llŷr');
  await page.find({ role: 'textbox', name: 'Text', value: 'Board of 2012 – Llŷr' });
  await page.fill({ role: 'textbox', name: 'Date' }, '31/3/2009');
  await page.find({ role: 'textbox', name: 'Date', value: '31 March 2009' });
  await page.press({ role: 'button', name: 'Choose a date' });
  await page.press({ role: 'gridcell', name: '24 March 2009' });
  await page.find({ role: 'textbox', name: 'Date', value: '24 March 2009' });
  await page.gone({ role: 'gridcell', name: '24 March 2009' });
  await page.fill({ role: 'textbox', name: 'Money' }, 'a lot');
  await page.find({ role: 'textbox', name: 'Money', state: 'invalid' });
  await page.fill({ role: 'textbox', name: 'Money' }, '£20,000');
  await page.find({ role: 'textbox', name: 'Money', value: '£20,000' });
});

const settings = journey('Settings change the page at once and are there after a reload', {}, async (t) => {
  const page = await t.page();
  await page.press({ role: 'button', name: 'Settings', within: { role: 'navigation', name: 'Screens' } });
  await page.press({ role: 'radio', name: 'Dark' });
  await page.find({ role: 'radio', name: 'Dark', state: 'checked' });
  await page.press({ role: 'radio', name: '125%' });
  await page.find({ role: 'radio', name: '125%', state: 'checked' });
  await page.key('Escape');
  await page.gone({ role: 'dialog' });
  await page.saved();
  assert.equal(await theme(page), 'dark');
  await page.reload();
  await page.find({ role: 'navigation', name: 'Screens' });
  assert.equal(await theme(page), 'dark');
  await page.press({ role: 'button', name: 'Settings', within: { role: 'navigation', name: 'Screens' } });
  await page.find({ role: 'radio', name: '125%', state: 'checked' });
  await page.key('Escape');
});

const theme = (page) => page.tab.evaluate(() => document.documentElement.dataset.theme);

const kSafety = 'Community Safety';

const finder = journey('The finder finds a body by its year and does what is asked for', {}, async (t) => {
  const page = await t.page();
  await page.fill(kFinder, 'community safety 2012', { commit: false });
  await page.press({ role: 'option', name: kSafety, state: 'selected' });
  await page.find({ role: 'treeitem', name: kSafety, state: 'selected' });
  await page.find({ role: 'tab', name: 'Darlington 2012', state: 'selected' });
  await detailsOf(page, kSafety);
  await page.fill(kFinder, 'share', { commit: false });
  await page.press({ role: 'option', name: 'Share' });
  await page.find({ role: 'heading', name: 'Share' });
  await page.press({ role: 'button', name: 'Back', within: { role: 'navigation', name: 'Where you are' } });
  await page.find({ role: 'treeitem', name: kSafety, state: 'selected' });
});

const home = journey('Home leads to a partnership and to a plan', {}, async (t) => {
  const page = await t.page();
  await page.find({ role: 'heading', name: 'In this workspace' });
  await page.press({ role: 'button', name: 'Bring a plan up to date' });
  await page.find({ role: 'grid', name: 'Delivery plan' });
  await showScreen(page, 'Home');
  await page.press({ role: 'button', name: 'Explore the partnerships' });
  await page.find({ role: 'tree' });
  await searchFor(page, 'County Durham Partnership Board');
});

const kMain = { role: 'main', name: 'Screen' };
const kPaper = 'Annual Review of Significant Partnerships 2008-09';

const sources = journey('Everything that rests on a paragraph is listed, and where sources disagree', {}, async (t) => {
  const page = await t.page();
  await chooseHelp(page, 'Sources');
  await page.find({ role: 'heading', name: 'Sources' });
  await page.press({ role: 'link', name: kPaper });
  await page.press({ role: 'link', name: 'Paragraph 23' }, { area: kMain });
  await page.find({ role: 'heading', name: 'Paragraph 23' });
  await page.press({ role: 'link', name: /^7 actions are outstanding/ }, { area: kMain });
  await page.find({ role: 'complementary', name: 'Details' });
  await page.press({ role: 'link', name: 'Everything from Paragraph 23' }, { area: { role: 'complementary', name: 'Details' } });
  await page.press({ role: 'link', name: kPaper, within: kMain }, { area: kMain });
  await page.find({ role: 'heading', name: 'Places in this paper' });
  await page.press({ role: 'link', name: 'All sources' }, { area: kMain });
  await page.press({ role: 'link', name: /^\d+ disagreements$/ }, { area: kMain });
  await page.find({ role: 'heading', name: 'Where sources disagree' });
  await page.press({ role: 'button', name: 'Back', within: { role: 'navigation', name: 'Where you are' } });
  await page.find({ role: 'heading', name: 'Papers' });
});

export const journeys = [parts, settings, finder, home, sources];

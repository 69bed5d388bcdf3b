// Changing a delivery plan.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import {
  cell, inRow, kTextOfAllSorts, reachRow, rowShows, setChoice, setText, showPlanOf, valueOf,
} from '../lib/steps.mjs';

const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const shared = { shares: 'plan' };

async function openPlan(t) {
  const page = await t.page();
  await showPlanOf(page, kBody);
  await reachRow(page, kAction);
  return page;
}

const editing = journey('Status, owner, due date and note of an action are changed', shared, async (t) => {
  const page = await openPlan(t);
  await setChoice(page, kAction, 'Status', 'In progress');
  await setText(page, kAction, 'Owner', kTextOfAllSorts);
  await setText(page, kAction, 'Due', '2031-07-09');
  await setText(page, kAction, 'Note', `Agreed: ${kTextOfAllSorts}`);
  await rowShows(page, kAction, {
    Status: 'In progress',
    Owner: kTextOfAllSorts,
    Due: /9 July 2031|2031-07-09|9 Jul 2031/,
    Note: `Agreed: ${kTextOfAllSorts}`,
  });
  await page.saved();
});

const undoing = journey('Undo takes a change back, Redo brings it again', shared, async (t) => {
  const page = await openPlan(t);
  const before = await valueOf(page, kAction, 'Owner');
  await setText(page, kAction, 'Owner', 'Head of Housing');
  await rowShows(page, kAction, { Owner: 'Head of Housing' });
  await page.press({ role: 'button', name: 'Undo' });
  await rowShows(page, kAction, { Owner: before });
  await page.press({ role: 'button', name: 'Redo' });
  await rowShows(page, kAction, { Owner: 'Head of Housing' });
  await page.key('Control+z');
  await rowShows(page, kAction, { Owner: before });
  await page.saved();
});

const cancelling = journey('Escape leaves a field as it was', shared, async (t) => {
  const page = await openPlan(t);
  const before = await valueOf(page, kAction, 'Owner');
  await page.fill(cell(kAction, 'Owner'), 'Nobody', { commit: false });
  await page.key('Escape');
  await rowShows(page, kAction, { Owner: before });
});

const refusing = journey('A date that is none is refused in words and kept for mending', shared, async (t) => {
  const page = await openPlan(t);
  await setText(page, kAction, 'Due', 'the day after');
  const wrong = await page.find({ ...cell(kAction, 'Due'), state: 'invalid' });
  assert.match(wrong.description, /date/i);
  assert.equal(wrong.value, 'the day after');
  await setText(page, kAction, 'Due', '2031-07-10');
  await rowShows(page, kAction, { Due: /10 July 2031|2031-07-10|10 Jul 2031/ });
});

const rows = journey('An action is added, named, moved and removed', shared, async (t) => {
  const page = await openPlan(t);
  await page.press(cell(kAction, 'Owner'));
  await page.key('Escape');
  await page.find({ ...inRow(kAction), state: 'selected' });
  await page.press({ role: 'button', name: 'Add action' });
  await page.openField();
  await page.tab.keyboard.type('Write the first draft');
  await page.key('Control+Enter');
  const added = 'Write the first draft';
  await reachRow(page, added);
  const place = (await page.find(inRow(added))).rowIndex;
  await page.press(cell(added, 'Owner'));
  await page.key('Escape');
  await page.find({ ...inRow(added), state: 'selected' });
  await page.press({ role: 'button', name: /^(Move up|Move the selected row up)/ });
  await page.until(
    async () => (await page.find(inRow(added))).rowIndex < place,
    () => 'the row did not move up',
  );
  await page.press({ role: 'button', name: /^Remove/ });
  await page.gone(inRow(added));
  await page.press({ role: 'button', name: 'Undo' });
  await reachRow(page, added);
});

export const journeys = [editing, undoing, cancelling, refusing, rows];

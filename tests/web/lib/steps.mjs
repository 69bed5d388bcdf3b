// What several journeys do with the app, in words of the app.

export const kTextOfAllSorts = 'Café £500 – Llŷr’s ŵyl 😀 שלום';

export async function showScreen(page, name) {
  await page.press({ role: 'button', name, within: { role: 'navigation', name: 'Screens' } });
  await page.find({ role: 'button', name, state: 'current' });
}

// Something in the Help menu at the foot of the rail.
export async function chooseHelp(page, name) {
  await page.press({ role: 'button', name: 'Help', within: { role: 'navigation', name: 'Screens' } });
  await page.press({ role: 'menuitem', name });
}

export async function showModel(page, tab) {
  await page.press({ role: 'tab', name: tab });
  await page.find({ role: 'tab', name: tab, state: 'selected' });
}

// Types into the search box and takes the body from the list.
export async function searchFor(page, body) {
  await page.fill({ role: 'searchbox', name: /^Search/ }, body, { commit: false });
  await page.press({ role: 'option', name: body });
  await page.find({ role: 'treeitem', name: body, state: 'selected' });
}

export async function detailsOf(page, name) {
  return page.find({ role: 'heading', name, within: { role: 'complementary', name: 'Details' } });
}

export async function showPlanOf(page, body) {
  await showScreen(page, 'Plan');
  const [chosen] = await page.findAll({ role: 'combobox', name: 'Body', value: body });
  if (!chosen) await page.choose({ role: 'combobox', name: 'Body' }, body);
  await page.find({ role: 'combobox', name: 'Body', value: body });
  await page.find({ role: 'grid', name: 'Delivery plan' });
}

const kGrid = { role: 'grid', name: 'Delivery plan' };
export const inRow = (title) => ({ role: 'row', name: title, within: kGrid });

// Brings a row of the plan into the window of rows that canvas and mirror hold.
export async function reachRow(page, title) {
  if (page.driver.usesPointer) await page.scrollTo(inRow(title), kGrid);
  else await walkToRow(page, title);
  return page.find(inRow(title));
}

// Down the grid by the arrow key, as one does without a pointer.
async function walkToRow(page, title) {
  const here = async () => {
    await page.settled(); // rows come and go while the grid scrolls
    return (await page.findAll(inRow(title))).length > 0;
  };
  if (await here()) return;
  await page.focus({ role: ['textbox', 'combobox'], within: kGrid });
  await page.key('Control+ArrowUp');
  for (let i = 0; i < 100 && !(await here()); ++i) await page.key('ArrowDown');
}

export const cell = (title, column) => ({
  role: ['textbox', 'combobox'],
  name: column,
  within: inRow(title),
});

export async function valueOf(page, title, column) {
  return (await page.find(cell(title, column))).value;
}

export async function reachCell(page, title, column) {
  await reachRow(page, title);
  if (page.driver.usesPointer) await page.scrollTo(cell(title, column), kGrid);
  return page.find(cell(title, column));
}

export async function setText(page, title, column, text) {
  await reachCell(page, title, column);
  await page.fill(cell(title, column), text);
}

export async function setChoice(page, title, column, option) {
  await reachCell(page, title, column);
  await page.choose({ ...cell(title, column), role: 'combobox' }, option);
}

// The row shows these values: {Owner: '…', Status: '…'}.
export async function rowShows(page, title, values) {
  await reachRow(page, title);
  for (const [column, value] of Object.entries(values)) {
    await page.find({ ...cell(title, column), value });
  }
}

// The workspace as text: every model's bodies and the plan of one body, with all values.
export async function contentOf(page, body) {
  const parts = [];
  await showScreen(page, 'Explore');
  for (const tab of await page.findAll({ role: 'tab' })) {
    await showModel(page, tab.name);
    await page.press({ role: 'button', name: 'Expand all' });
    const items = await page.findAll({ role: 'treeitem' });
    parts.push(tab.name, ...items.map((item) => `${item.level} ${item.name}`));
  }
  await showPlanOf(page, body);
  return [...parts, ...(await rowsOf(page))].join('\n');
}

// [row's index, its name and fields as text] of the rows in one reading of the page.
function rowTexts(nodes) {
  const rowOf = ({ parent }) => {
    let at = nodes[parent];
    while (at && at.role !== 'row') at = nodes[at.parent];
    return at;
  };
  const fields = nodes.filter(({ role }) => role === 'textbox' || role === 'combobox');
  return nodes
    .filter(({ role }) => role === 'row')
    .map((row) => {
      const own = fields.filter((field) => rowOf(field) === row);
      return [row.rowIndex, [row.name, ...own.map(({ name, value }) => `${name}: ${value}`)].join(' | ')];
    });
}

// All rows of the plan, of which canvas and mirror hold a window at a time.
async function rowsOf(page) {
  const rows = new Map();
  const take = async () => {
    for (const [rowIndex, text] of rowTexts(await page.nodes())) rows.set(rowIndex, text);
  };
  const [grid] = await page.findAll(kGrid);
  const { place } = grid;
  if (page.driver.usesPointer) {
    await page.tab.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.tab.mouse.wheel({ deltaY: -20000 });
  } else {
    await page.focus({ role: ['textbox', 'combobox'], within: kGrid });
    await page.key('Control+ArrowUp');
  }
  await page.settled();
  await take();
  for (let i = 0; i < 200 && rows.size < grid.rowCount; ++i) {
    if (page.driver.usesPointer) await page.tab.mouse.wheel({ deltaY: 300 });
    else await page.key('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await page.settled();
    await take();
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, text]) => text);
}

// A copy as a file: {name, bytes}.
export async function saveFile(t, page) {
  await showScreen(page, 'Share');
  const main = { role: 'main' };
  const save = { role: 'button', name: /^Save a file/, within: main };
  return t.download(() => page.press(save));
}

// Browsers open their file picker for a person only: by a click of the mouse, or by a key on the
// element of the mirror.
export async function openFiles(page, files) {
  await page.tab.bringToFront(); // Firefox gives a picker to the page in front only
  await showScreen(page, 'Share');
  const open = { role: 'button', name: /^Open a file/, within: { role: 'main' } };
  if (!page.driver.usesPointer) await page.focus(open);
  const chooser = page.tab.waitForFileChooser({ timeout: 10000 });
  chooser.catch(() => {}); // awaited below, also when pressing fails first
  // A renderer learns of the waiting by another way than of keys: this answer comes after it.
  await page.settled();
  await (page.driver.usesPointer ? page.press(open) : page.key('Enter'));
  await (await chooser).accept(files);
}

// Files of this workspace that wait for a decision come in.
export async function bringIn(page) {
  await page.find({ role: 'heading', name: 'Opened files' });
  await page.press({ role: 'button', name: /^Bring in \d+ changes?$/ });
  await page.find({ role: ['status', 'alert'], name: /^Brought in / });
  await page.saved();
}

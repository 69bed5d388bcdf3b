// The roles of the semantic tree (Role in src/semantics/node.hpp, in its order) by their ARIA names, and how each stands in
// the page: `tag` is the element; `role` the ARIA role where the element has not got it by itself;
// `text` says that the name is the element's text (else it is its aria-label).

export const kRoles = [
  'application', 'banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'heading',
  'paragraph', 'button', 'link', 'checkbox', 'switch', 'textbox', 'combobox', 'listbox', 'option', 'menu',
  'menuitem', 'tree', 'treeitem', 'grid', 'row', 'columnheader', 'gridcell', 'tablist', 'tab',
  'dialog', 'alert', 'status', 'img', 'progressbar', 'list', 'listitem', 'group', 'searchbox',
  'toolbar', 'radiogroup', 'radio', 'separator', 'table', 'cell',
];

export const kState = {
  disabled: 1 << 0,
  focused: 1 << 1,
  selected: 1 << 2,
  checked: 1 << 3,
  expanded: 1 << 4,
  collapsed: 1 << 5,
  pressed: 1 << 6,
  readOnly: 1 << 7,
  multiline: 1 << 8,
  invalid: 1 << 9,
  focusable: 1 << 10,
  current: 1 << 11,
  modal: 1 << 12,
};

const container = (tag, role) => ({ tag, role });
const named = (tag, role) => ({ tag, role, text: true });

const kElements = {
  // A screen reader keeps its own ways of reading: the page is not announced as an application.
  application: container('div'),
  banner: container('header'),
  navigation: container('nav'),
  main: container('main'),
  complementary: container('aside'),
  contentinfo: container('footer'),
  region: container('section'),
  heading: named('h'),
  paragraph: named('p'),
  button: named('button'),
  link: named('a'),
  checkbox: named('button', 'checkbox'),
  switch: named('button', 'switch'),
  textbox: { tag: 'input', field: true },
  searchbox: { tag: 'input', role: 'searchbox', field: true },
  combobox: container('button', 'combobox'),
  listbox: container('div', 'listbox'),
  option: named('div', 'option'),
  menu: container('div', 'menu'),
  menuitem: named('button', 'menuitem'),
  tree: container('div', 'tree'),
  treeitem: named('div', 'treeitem'),
  grid: container('div', 'grid'),
  row: container('div', 'row'),
  columnheader: named('div', 'columnheader'),
  gridcell: named('div', 'gridcell'),
  tablist: container('div', 'tablist'),
  tab: named('button', 'tab'),
  dialog: container('div', 'dialog'),
  alert: named('div', 'alert'),
  status: named('div', 'status'),
  img: container('div', 'img'),
  progressbar: container('div', 'progressbar'),
  list: container('ul', 'list'),
  listitem: named('li', 'listitem'),
  group: container('div', 'group'),
  toolbar: container('div', 'toolbar'),
  radiogroup: container('div', 'radiogroup'),
  radio: named('button', 'radio'),
  separator: container('div', 'separator'),
  table: container('div', 'table'),
  cell: named('div', 'cell'),
};

// Parts whose name is also written into them for the plain page, which shows it.
export const kCaptioned = new Set([
  'complementary', 'dialog', 'grid', 'img', 'list', 'listitem', 'region', 'row', 'tree', 'treeitem',
]);

// {tag, role, text, field}
export function elementOf(role, level, states) {
  const element = kElements[role];
  if (role === 'heading') return { ...element, tag: `h${Math.min(Math.max(level, 1), 6)}` };
  if (element.field && states & kState.multiline) return { ...element, tag: 'textarea' };
  return element;
}

const kExpandable = new Set([
  'button', 'combobox', 'link', 'treeitem', 'row', 'gridcell', 'columnheader', 'menuitem', 'tab',
]);
const kSelectable = new Set(['option', 'tab', 'treeitem', 'row', 'gridcell', 'columnheader']);
const kPlaced = new Set(['row', 'gridcell', 'columnheader', 'cell']);
const kDisableable = new Set([
  'button', 'link', 'checkbox', 'switch', 'textbox', 'searchbox', 'combobox', 'listbox', 'option',
  'menu', 'menuitem', 'tree', 'treeitem', 'grid', 'row', 'columnheader', 'gridcell', 'tablist',
  'tab', 'group', 'toolbar', 'radiogroup', 'radio',
]);
const kInSets = new Set(['listitem', 'option', 'treeitem', 'menuitem', 'tab', 'radio']);

// The aria-* attributes of a node: name → text, or null where it must not stand.
export function ariaOf(node) {
  const is = (state) => (node.states & state) !== 0;
  const when = (condition, text = 'true') => (condition ? text : null);
  const number = (condition, value) => when(condition && value > 0, String(value));
  const { role } = node;
  const expandable = kExpandable.has(role) && (is(kState.expanded) || is(kState.collapsed));
  const checkable = role === 'checkbox' || role === 'switch' || role === 'radio';
  const grid = role === 'grid' || role === 'table';
  const ranged = role === 'progressbar' || role === 'separator';
  return {
    'aria-disabled': when(is(kState.disabled) && kDisableable.has(role)),
    'aria-selected': when(kSelectable.has(role) && isSelectable(node), String(is(kState.selected))),
    'aria-checked': when(checkable, String(is(kState.checked))),
    'aria-expanded': when(expandable || role === 'combobox', String(is(kState.expanded))),
    'aria-haspopup': when(role === 'combobox', 'listbox'),
    'aria-pressed': when(role === 'button' && is(kState.pressed)),
    'aria-readonly': when(role === 'gridcell' && is(kState.readOnly)),
    'aria-invalid': when(is(kState.invalid) && /^(textbox|searchbox|combobox|checkbox)$/.test(role)),
    'aria-current': when(is(kState.current), 'page'),
    'aria-modal': when(role === 'dialog' && is(kState.modal)),
    'aria-level': number(role === 'treeitem', node.level),
    'aria-rowindex': number(kPlaced.has(role), node.row),
    'aria-colindex': number(kPlaced.has(role) && role !== 'row', node.column),
    'aria-posinset': number(kInSets.has(role), node.row),
    'aria-setsize': number(kInSets.has(role), node.rows),
    'aria-rowcount': number(grid, node.rows),
    'aria-colcount': number(grid, node.columns),
    'aria-valuetext': when(ranged && node.value !== '', node.value),
    'aria-valuenow': when(ranged && node.level > 0, String(node.level - 1)),
  };
}

// In a grid "not selected" is worth saying only where something can be selected at all.
function isSelectable({ role, states }) {
  const always = role === 'option' || role === 'tab' || role === 'treeitem';
  return always || (states & (kState.selected | kState.focusable)) !== 0;
}

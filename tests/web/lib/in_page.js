// Put into every page before its own scripts run: reads what is on the screen as a list of nodes,
// either from the DOM mirror by role and accessible name, or from the core's own semantic tree
// (window.atlasProbe), and finds nodes in such a list. Both give the same kind of node:
//   {index, parent, role, name, value, description, states: [], level, rowIndex, columnIndex, rowCount,
//    rect, place}    place: the part of the rectangle that the parts around it let be seen
// A query is {role, name, value, description, state, rowIndex, within}: text is compared whole, a pattern comes as
// {pattern, flags}; `within` is a query for a node above.
(() => {
  const kImplicitRoles = {
    A: 'link', ASIDE: 'complementary', BUTTON: 'button', DIALOG: 'dialog', FOOTER: 'contentinfo',
    H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading',
    HEADER: 'banner', IMG: 'img', LI: 'listitem', MAIN: 'main', NAV: 'navigation', OL: 'list',
    OPTION: 'option', P: 'paragraph', PROGRESS: 'progressbar', SECTION: 'region',
    SELECT: 'combobox', TD: 'gridcell', TEXTAREA: 'textbox', TH: 'columnheader', TR: 'row',
    UL: 'list',
  };
  const kInputRoles = { button: 'button', checkbox: 'checkbox', search: 'searchbox' };
  let shown = []; // elements of the last list made from the mirror

  function roleOf(element) {
    const given = element.getAttribute('role');
    if (given) return given;
    if (element.tagName === 'INPUT') return kInputRoles[element.type] ?? 'textbox';
    return kImplicitRoles[element.tagName] ?? '';
  }

  // Without what is hidden from assistive technology.
  function textOf(element) {
    let text = '';
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      else if (child.nodeType === Node.ELEMENT_NODE && !hidden(child)) text += textOf(child);
    }
    return text;
  }

  function nameOf(element, role) {
    const label = element.getAttribute('aria-label');
    if (label) return label.trim();
    const ids = element.getAttribute('aria-labelledby');
    if (ids) {
      const parts = ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '');
      return parts.join(' ').trim();
    }
    if (element.labels?.length) return element.labels[0].textContent.trim();
    const byContent = !['group', 'region', 'main', 'grid', 'tree', 'list', 'row'].includes(role);
    return byContent ? textOf(element).replace(/\s+/g, ' ').trim() : '';
  }

  function valueOf(element, role) {
    if (element.tagName === 'SELECT') return element.selectedOptions[0]?.textContent ?? '';
    if ('value' in element && element.tagName !== 'BUTTON' && element.tagName !== 'LI') {
      return String(element.value);
    }
    const given = element.getAttribute('aria-valuetext');
    if (given !== null) return given;
    return ['textbox', 'searchbox', 'combobox', 'gridcell'].includes(role)
      ? element.textContent.trim()
      : '';
  }

  function statesOf(element) {
    const is = (name) => element.getAttribute(`aria-${name}`) === 'true';
    const current = element.getAttribute('aria-current');
    const expanded = element.getAttribute('aria-expanded');
    const states = {
      disabled: element.disabled === true || is('disabled'),
      focused: document.activeElement === element,
      selected: is('selected') || element.selected === true,
      checked: is('checked') || element.checked === true,
      expanded: expanded === 'true',
      collapsed: expanded === 'false',
      pressed: is('pressed'),
      readOnly: is('readonly') || element.readOnly === true,
      multiline: is('multiline') || element.tagName === 'TEXTAREA',
      invalid: is('invalid'),
      current: current !== null && current !== 'false',
      modal: is('modal'),
    };
    return Object.keys(states).filter((name) => states[name]);
  }

  function descriptionOf(element) {
    const ids = element.getAttribute('aria-describedby') ?? '';
    const parts = ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '');
    return element.getAttribute('aria-description') ?? parts.join(' ').trim();
  }

  function mirrorRoot() {
    return document.getElementById('mirror');
  }

  function hidden(element) {
    return element.hidden || element.getAttribute('aria-hidden') === 'true';
  }

  function fromMirror() {
    const nodes = [];
    const elements = [];
    const visit = (element, parent) => {
      if (hidden(element)) return;
      const role = roleOf(element);
      let here = parent;
      if (role && role !== 'presentation' && role !== 'none') {
        here = nodes.length;
        elements.push(element);
        nodes.push(nodeOf(element, role, here, parent));
      }
      for (const child of element.children) visit(child, here);
    };
    const root = mirrorRoot();
    if (root) visit(root, -1);
    shown = elements;
    return nodes;
  }

  // New elements of the mirror are put in their places when the canvas has come to rest.
  function boxOf(element) {
    const plain = document.documentElement.dataset.view === 'plain';
    const placed = plain || element.style.left !== '' || element.parentElement.style.left !== '';
    return placed ? element.getBoundingClientRect() : new DOMRect();
  }

  function nodeOf(element, role, index, parent) {
    const box = boxOf(element);
    const number = (name) => Number(element.getAttribute(`aria-${name}`) ?? 0);
    return {
      index,
      parent,
      role,
      name: nameOf(element, role),
      value: valueOf(element, role),
      description: descriptionOf(element),
      states: statesOf(element),
      level: number('level') || Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 0),
      rowIndex: number('rowindex'),
      columnIndex: number('colindex'),
      rowCount: number('rowcount'),
      rect: { x: box.x, y: box.y, width: box.width, height: box.height },
    };
  }

  function fromProbe() {
    const tree = window.atlasProbe?.tree?.() ?? [];
    return tree.map((node, index) => ({ ...node, index }));
  }

  function matchesText(text, wanted) {
    if (wanted === undefined) return true;
    if (typeof wanted === 'string') return text === wanted;
    return new RegExp(wanted.pattern, wanted.flags).test(text);
  }

  function matches(nodes, node, query) {
    const roles = query.role === undefined ? [node.role] : [query.role].flat();
    return (
      roles.includes(node.role) &&
      matchesText(node.name, query.name) &&
      matchesText(node.value, query.value) &&
      matchesText(node.description, query.description) &&
      (query.rowIndex === undefined || node.rowIndex === query.rowIndex) &&
      (query.state === undefined || node.states.includes(query.state)) &&
      (query.within === undefined || isWithin(nodes, node, query.within))
    );
  }

  function isWithin(nodes, node, query) {
    for (let at = node.parent; at >= 0; at = nodes[at].parent) {
      if (matches(nodes, nodes[at], query)) return true;
    }
    return false;
  }

  const kWindows = new Set(['grid', 'tree', 'complementary', 'main']);
  const kFloating = new Set(['listbox', 'dialog', 'menu', 'alert', 'status']);

  function placeOf(nodes, node) {
    let place = { ...node.rect }; // a copy: WebDriver BiDi drops the second of two references
    for (let at = node; at; at = nodes[at.parent]) {
      if (!kWindows.has(at.role) && !kFloating.has(at.role)) continue;
      place = common(place, at.rect);
      if (kFloating.has(at.role)) break;
    }
    return place;
  }

  function common(a, b) {
    const x = Math.max(a.x, b.x);
    const y = Math.max(a.y, b.y);
    const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
    const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
    return { x, y, width, height };
  }

  const nodesOf = (source) => (source === 'probe' ? fromProbe() : fromMirror());
  const find = (source, query) => {
    const nodes = nodesOf(source);
    const found = nodes.filter((node) => matches(nodes, node, query));
    return found.map((node) => ({ ...node, place: placeOf(nodes, node) }));
  };

  globalThis.atlasTest = { nodesOf, find, elementAt: (index) => shown[index] };
})();

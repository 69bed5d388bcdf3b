// One node of the semantic tree as an element of the page.
import { ariaOf, elementOf, kCaptioned, kState } from './roles.js';

const kDefaults = {
  role: 'group', name: '', value: '', description: '', states: 0, level: 0,
  row: 0, column: 0, rows: 0, columns: 0, rect: { x: 0, y: 0, width: 0, height: 0 },
};

export class MirrorNode {
  // control: what has the role, the name and the keyboard. element: what is placed (a field stands
  // in a box with its caption).
  constructor(id) {
    this.id = id;
    this.fields = { ...kDefaults };
    this.parent = null;
    this.element = null;
    this.control = null;
    this.sent = null; // value that the core has been told
    this.#label = null;
    this.#group = null;
  }
  #label;
  #group;
  #toggle = null;
  #caption = null;
  #kind = '';
  #shown = ''; // value that the core gave a field

  is(state) {
    return (this.fields.states & state) !== 0;
  }

  // Takes new fields. True when the element was made anew, and has to be put in its place.
  update(fields) {
    Object.assign(this.fields, fields);
    if (this.control && movesOnly(fields)) return false;
    if (fields.value !== undefined) this.sent = null;
    const remade = this.#make();
    const { states } = this.fields;
    for (const [name, text] of Object.entries(ariaOf(this.fields))) set(this.control, name, text);
    this.#showText();
    this.#showToggle();
    const focusable = (states & (kState.focusable | kState.focused)) !== 0;
    const native = /^(BUTTON|A|INPUT|TEXTAREA)$/.test(this.control.tagName);
    if (focusable || native) this.control.tabIndex = states & kState.focused ? 0 : -1;
    else this.control.removeAttribute('tabindex');
    return remade;
  }

  place() {
    const { x, y, width, height } = this.fields.rect;
    const { style } = this.element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
  }

  // Puts a child after its sibling (null: first).
  insert(child, after) {
    const box = this.#boxFor(child);
    child.parent = this;
    if (after && after.element.parentNode === box) after.element.after(child.element);
    else if (box === this.element && this.#ownLast()) this.#ownLast().after(child.element);
    else box.prepend(child.element);
    this.#showText();
  }

  // For an open combobox: the list that it opened, or null.
  controls(list) {
    set(this.control, 'aria-controls', list?.control.id ?? null);
  }

  // After a child went.
  childGone() {
    this.#showText();
  }

  // Tree items inside a tree item stand in a group of their own, as ARIA wants it.
  #boxFor(child) {
    if (this.fields.role !== 'treeitem' || child.fields.role !== 'treeitem') return this.element;
    if (!this.#group) {
      this.#group = document.createElement('div');
      this.#group.setAttribute('role', 'group');
      this.element.append(this.#group);
    }
    return this.#group;
  }

  #ownLast() {
    return this.#toggle ?? this.#label ?? this.#caption;
  }

  #ownParts() {
    return [this.#caption, this.#label, this.#toggle].filter((part) => part !== null);
  }

  #make() {
    const { role, level, states } = this.fields;
    const { tag, role: aria, field } = elementOf(role, level, states);
    const kind = `${role} ${tag}`;
    if (kind === this.#kind) return false;
    const old = this.element;
    const children = old ? [...old.childNodes].filter((c) => !this.#ownParts().includes(c)) : [];
    this.#label = this.#toggle = this.#caption = null;
    this.#kind = kind;
    this.control = document.createElement(tag);
    this.control.dataset.node = this.id.toString(16);
    this.control.id = `node-${this.control.dataset.node}`;
    this.element = field ? this.#boxed(this.control) : this.control;
    this.element.dataset.role = role;
    if (aria) this.control.setAttribute('role', aria);
    if (tag === 'button') this.control.type = 'button';
    if (tag === 'a') this.control.href = '#';
    if (field) this.control.autocomplete = 'off';
    if (!field) this.element.append(...children);
    old?.replaceWith(this.element);
    return true;
  }

  #boxed(control) {
    const box = document.createElement('div');
    this.#label = document.createElement('span');
    this.#label.setAttribute('aria-hidden', 'true');
    box.append(this.#label, control);
    return box;
  }

  #showText() {
    const { role, name, value, description, states } = this.fields;
    const { text, field } = elementOf(role, this.fields.level, states);
    if (field) {
      this.#showField();
      return;
    }
    const others = this.element.childElementCount - this.#ownParts().length;
    const shown = text && (value === '' || value === name) ? name : value;
    // The text is the name where nothing else is inside; else the name is a label of its own.
    const fromText = text && others === 0 && shown === name;
    // A cell that holds fields is named by them.
    const unnamed = role === 'application' || (role === 'gridcell' && others > 0) || (role === 'paragraph' && !fromText);
    this.#showLabel(others > 0 && text ? '' : shown);
    set(this.control, 'aria-label', fromText || unnamed || name === '' ? null : name);
    set(this.element, 'data-name', fromText || name === '' ? null : name);
    this.#showCaption(!fromText && kCaptioned.has(role) ? name : '');
    const spoken = text && !fromText && value !== name ? value : '';
    const more = [spoken, description].filter((part) => part !== '').join('. ');
    set(this.control, 'aria-description', more === '' ? null : more);
  }

  #showCaption(text) {
    if (text === '' && !this.#caption) return;
    if (!this.#caption) {
      this.#caption = document.createElement('span');
      this.#caption.className = 'caption';
      this.#caption.setAttribute('aria-hidden', 'true');
      this.element.prepend(this.#caption);
    }
    if (this.#caption.textContent !== text) this.#caption.textContent = text;
  }

  #showLabel(text) {
    if (text === '' && !this.#label) return;
    if (!this.#label) {
      this.#label = document.createElement('span');
      if (this.#caption) this.#caption.after(this.#label);
      else this.element.prepend(this.#label);
    }
    if (this.#label.textContent !== text) this.#label.textContent = text;
  }

  #showField() {
    const { name, value, description } = this.fields;
    const { control } = this;
    this.#label.textContent = name;
    set(control, 'aria-label', name);
    set(control, 'aria-description', description === '' ? null : description);
    control.readOnly = this.is(kState.readOnly) || this.is(kState.disabled);
    // What is being typed here is newer than what the core knows.
    const typed = document.activeElement === control && control.value !== this.#shown;
    if (!typed && control.value !== value) control.value = value;
    if (!typed) this.#shown = control.value;
  }

  // A mark to fold and unfold with on the plain page.
  #showToggle() {
    const expandable = this.is(kState.expanded) || this.is(kState.collapsed);
    if (this.fields.role !== 'treeitem' || !expandable) {
      this.#toggle?.remove();
      this.#toggle = null;
      return;
    }
    if (!this.#toggle) {
      this.#toggle = document.createElement('span');
      this.#toggle.setAttribute('aria-hidden', 'true');
      this.#toggle.dataset.toggle = '';
      const before = this.#label ?? this.#caption;
      if (before) before.after(this.#toggle);
      else this.element.prepend(this.#toggle);
    }
    this.#toggle.textContent = this.is(kState.expanded) ? '−' : '+';
  }
}

// As most nodes do while the canvas moves.
function movesOnly(fields) {
  for (const name in fields) if (name !== 'rect') return false;
  return true;
}

function set(element, name, text) {
  if (text === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== text) {
    element.setAttribute(name, text);
  }
}

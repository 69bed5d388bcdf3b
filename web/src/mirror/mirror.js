// The semantic tree as real elements of the page, for assistive technology, tests and the plain page.
// Elements lie at the rectangles of what is painted and let the pointer through; clicks, focus and
// values that come to them some other way go to the core as mirror actions. The keyboard is on the
// element of the node that the core says is focused.
import { MirrorNode } from './mirror_node.js';
import { kState } from './roles.js';
import { readPatches } from './wire.js';

const kFewMoves = 24;

export class Mirror {
  #core;
  #layer;
  #nodes = new Map();
  #byElement = new WeakMap();
  #toPlace = new Set();
  #placed; // whether elements are put at their rectangles
  #focused = null;
  #focusing = false;

  constructor(core, layer, { placed }) {
    this.#core = core;
    this.#layer = layer;
    this.#placed = placed;
    this.#listen();
  }

  // The field of a node that a person can type into, or null.
  fieldOf(id) {
    const control = this.#nodes.get(id)?.control;
    return control && /^(INPUT|TEXTAREA)$/.test(control.tagName) ? control : null;
  }

  // The node that an element of the page belongs to, or null.
  idOf(element) {
    return this.#nodeOf(element)?.id ?? null;
  }

  apply(bytes) {
    const patches = readPatches(bytes);
    for (const patch of patches) this.#applyOne(patch);
    if (patches.length > 0) this.#linkLists();
  }

  // An open list has the name of the combobox that opened it.
  #linkLists() {
    const lists = [];
    const boxes = [];
    for (const node of this.#nodes.values()) {
      if (node.fields.role === 'listbox') lists.push(node);
      if (node.fields.role === 'combobox') boxes.push(node);
    }
    for (const box of boxes) {
      const open = box.is(kState.expanded);
      box.controls((open && lists.find((list) => list.fields.name === box.fields.name)) || null);
    }
  }

  // Puts elements where their rectangles are now. While many move (`moving`: a pan, an animation)
  // they are left behind for a moment; new ones never, for they would lie anywhere.
  place({ moving }) {
    if (moving && this.#toPlace.size > kFewMoves) return false;
    if (this.#placed) for (const node of this.#toPlace) node.place();
    this.#toPlace.clear();
    return true;
  }

  // Brings the keyboard to the focused node, without scrolling. Not while it is in the browser's own
  // parts, or in a field that is being edited.
  followFocus() {
    if (!this.#isAstray()) return;
    this.#focusing = true;
    this.#focused.control.focus({ preventScroll: this.#placed });
    this.#focusing = false;
  }

  // The same when the picture that is being drawn has been shown: focusing lays out the page at
  // once, which would keep the picture back. Keys find their way without. `mayMove` is asked then.
  followFocusSoon(mayMove) {
    if (this.#isAstray()) setTimeout(() => mayMove() && this.followFocus(), 0);
  }

  #isAstray() {
    const { control } = this.#focused ?? {};
    const active = document.activeElement;
    const free = active === document.body || this.#layer.contains(active);
    return control && control !== active && free && document.hasFocus();
  }

  // The person ended an edit in this node's own field: its change event says nothing new.
  noteSent(id, value) {
    const node = this.#nodes.get(id);
    if (node) node.sent = value;
  }

  // The elements of the node that is edited in a field of its own: not there twice.
  hideEdited(id) {
    if (this.#hidden === id) return;
    const before = this.#nodes.get(this.#hidden);
    if (before) before.element.hidden = false;
    this.#hidden = id;
    const node = this.#nodes.get(id);
    if (node) node.element.hidden = true;
  }
  #hidden = null;

  #applyOne({ kind, id, parent, after, fields }) {
    if (kind === 'remove') {
      this.#remove(id);
      return;
    }
    let node = this.#nodes.get(id);
    if (kind === 'insert') {
      node = new MirrorNode(id);
      this.#nodes.set(id, node);
    }
    if (!node) return;
    const made = kind !== 'move' && node.update(fields);
    if (made) this.#byElement.set(node.control, node);
    if (made && this.#placed) node.place();
    else if (fields.rect) this.#toPlace.add(node);
    if (kind !== 'update') this.#put(node, parent, after);
    if (fields.states !== undefined) this.#noteFocus(node);
  }

  #put(node, parent, after) {
    const above = this.#nodes.get(parent);
    const before = node.parent;
    if (above) above.insert(node, this.#nodes.get(after) ?? null);
    else this.#layer.prepend(node.element);
    if (before && before !== above) before.childGone();
  }

  #remove(id) {
    const node = this.#nodes.get(id);
    if (!node) return;
    node.element.remove();
    node.parent?.childGone();
    this.#nodes.delete(id);
    this.#toPlace.delete(node);
    if (this.#focused === node) this.#focused = null;
  }

  #noteFocus(node) {
    if (node.is(kState.focused)) this.#focused = node;
    else if (this.#focused === node) this.#focused = null;
  }

  #nodeOf(element) {
    for (let at = element; at && at !== this.#layer; at = at.parentElement) {
      const node = this.#byElement.get(at);
      if (node) return node;
    }
    return null;
  }

  #listen() {
    const layer = this.#layer;
    layer.addEventListener('click', (event) => {
      const node = this.#nodeOf(event.target);
      if (!node) return;
      event.preventDefault();
      const folds = 'toggle' in event.target.dataset;
      const verb = node.is(kState.expanded) ? 'collapse' : 'expand';
      this.#core.mirrorAction(node.id, folds ? verb : 'click');
    });
    layer.addEventListener('focusin', (event) => {
      const node = this.#byElement.get(event.target);
      if (node && !this.#focusing && node !== this.#focused) this.#core.mirrorAction(node.id, 'focus');
    });
    // Typing goes through the field that the core opens; over the canvas nobody would see it here.
    layer.addEventListener('beforeinput', (event) => {
      if (!this.#placed) return;
      event.preventDefault();
      if (event.data) this.#core.key(event.data, 0, false);
    });
    // A field that the core does not edit: assistive technology, or pasting on the plain page.
    layer.addEventListener('change', (event) => this.#setValue(event.target));
    layer.addEventListener('input', (event) => {
      if (event.target.getAttribute('role') === 'searchbox') this.#setValue(event.target);
    });
  }

  #setValue(field) {
    const node = this.#byElement.get(field);
    const value = field.value.normalize('NFC');
    if (!node || this.isEdited(node.id) || value === node.sent || value === node.fields.value) return;
    node.sent = value;
    this.#core.mirrorAction(node.id, 'setValue', value);
  }

  // Replaced by the page: whether the text overlay reports what is typed into this node.
  isEdited = () => false;
}

// The field that is being edited, as a real <input> or <textarea> over its painted place, so that
// spelling, input methods, dictation, the clipboard and on-screen keyboards work. On the plain page
// it is the mirror's own element. What is typed goes to the core at once and once more, normalised,
// when the edit ends; moving or resizing the page touches only where the field stands.
import { passKey } from './keyboard_input.js';
import { modifiersOf } from './modifiers.js';
import { coveredHeight } from './on_screen_keyboard.js';
import { meaningOfTextKey } from './text_keys.js';

const kLongTextLines = 8;
const kCommits = { commitEnter: 'enter', commitTab: 'tab', commitShiftTab: 'shiftTab' };

export class TextOverlay {
  #core;
  #layer;
  #ownField; // node → an element of the page that edits it, or null
  #field = null;
  #borrowed = false;
  #edit = null;
  #ended = true; // the core has been told how the edit ended
  #composing = false;
  #listening = null;

  // Replaced by the page: (node, text).
  onCommitted = () => {};

  constructor(core, layer, ownField) {
    this.#core = core;
    this.#layer = layer;
    this.#ownField = ownField;
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.commit('blur');
    });
    window.addEventListener('pagehide', () => this.commit('blur'));
  }

  get node() {
    return this.#edit?.node ?? null;
  }
  get active() {
    return this.#edit !== null;
  }

  // Whether a key event is this field's own.
  owns(event) {
    return this.#field !== null && event.target === this.#field;
  }

  // After each frame: what the core edits now, or null.
  show(edit) {
    if (!edit) {
      this.#close();
      return;
    }
    if (this.#edit?.serial !== edit.serial) this.#open(edit);
    this.#edit = edit;
    if (!this.#borrowed) place(this.#field, edit);
  }

  // Ends the edit with what has been typed, unless it has ended.
  commit(how) {
    if (this.#ended) return;
    this.#ended = true;
    const text = this.#text();
    this.onCommitted(this.#edit.node, text);
    this.#core.textCommitted(text, how);
  }

  #text() {
    return this.#field.value.normalize('NFC');
  }

  #open(edit) {
    this.#close();
    this.#edit = edit;
    this.#ended = false;
    const own = this.#ownField(edit.node);
    this.#borrowed = own !== null;
    this.#field = own ?? this.#make(edit);
    this.#field.value = edit.value;
    this.#listen(this.#field);
    this.#field.focus({ preventScroll: !this.#borrowed });
    if (edit.selectAll) this.#field.select();
    else this.#field.setSelectionRange?.(edit.value.length, edit.value.length);
  }

  #make(edit) {
    const field = document.createElement(edit.multiline ? 'textarea' : 'input');
    field.className = 'text-edit';
    field.spellcheck = !edit.search;
    field.autocomplete = 'off';
    field.setAttribute('aria-label', edit.label);
    if (edit.search) field.setAttribute('role', 'searchbox');
    if (edit.inputMode) field.inputMode = edit.inputMode;
    if (edit.hint) field.placeholder = edit.hint;
    this.#layer.append(field);
    return field;
  }

  #listen(field) {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (name, handle) => field.addEventListener(name, handle, { signal });
    this.#composing = false;
    on('compositionstart', () => (this.#composing = true));
    on('compositionend', () => {
      this.#composing = false;
      this.#changed();
    });
    on('input', () => {
      if (!this.#composing) this.#changed();
    });
    on('keydown', (event) => this.#key(event));
    on('blur', () => {
      // A window that loses the keyboard keeps its fields: the person comes back to it.
      if (document.hasFocus()) this.commit('blur');
    });
  }

  #changed() {
    if (!this.#ended) this.#core.textEdited(this.#text());
  }

  #key(event) {
    const meaning = meaningOfTextKey(event, this.#edit);
    if (meaning === 'field') return;
    if (meaning === 'app') {
      passKey(this.#core, event);
      return;
    }
    event.preventDefault();
    if (meaning === 'results') this.#core.key(event.key, modifiersOf(event), event.repeat);
    else if (meaning === 'cancel') this.#cancel();
    else this.commit(kCommits[meaning]);
  }

  #cancel() {
    if (this.#ended) return;
    this.#ended = true;
    this.#core.textCancelled();
  }

  #close() {
    this.#listening?.abort();
    const field = this.#field;
    const borrowed = this.#borrowed;
    this.#field = null;
    this.#edit = null;
    this.#ended = true;
    if (field && !borrowed) field.remove();
  }
}

// A long text gets room for some lines, and stays on what is seen of the page. A field that was
// scrolled out of view keeps the keyboard and is not seen.
function place(field, { rect, fontPx, multiline }) {
  const { style } = field;
  const height = multiline ? Math.max(rect.height, kLongTextLines * fontPx) : rect.height;
  const seen = window.innerHeight - coveredHeight();
  const top = Math.max(0, Math.min(rect.y, seen - height));
  style.opacity = rect.width > 0 && rect.height > 0 ? '' : '0';
  style.left = `${rect.x}px`;
  style.top = `${top}px`;
  style.width = `${rect.width}px`;
  style.height = `${height}px`;
  style.fontSize = `${fontPx}px`;
}

// The exports of the core (src/platform/web/exports.cpp) with JavaScript's own kinds of arguments.
import { readFrameReport } from './frame_report.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const kScreens = ['home', 'explore', 'plan', 'share', 'gallery']; // app::Screen
export const kPointerKinds = ['mouse', 'touch', 'pen'];
export const kMirrorVerbs = ['click', 'focus', 'setValue', 'expand', 'collapse', 'menu'];
export const kCommitHow = ['enter', 'tab', 'shiftTab', 'blur'];

export class Core {
  #wasm;
  // Called after anything went in, for a frame to be drawn: onHand() after a key, a button or a letter,
  // whose answer somebody waits for, onInput() after the rest.
  constructor(wasm, { onInput, onHand }) {
    this.#wasm = wasm;
    this.onInput = onInput;
    this.onHand = onHand;
  }

  start(tryWebgl) {
    return this.#wasm._atlas_start(tryWebgl ? 1 : 0) === 1;
  }

  workAhead(nowMs) {
    this.#wasm._atlas_work_ahead(nowMs);
  }
  frame(nowMs) {
    const pointer = this.#wasm._atlas_frame(nowMs);
    return readFrameReport(this.#bytes(pointer, this.#wasm._atlas_report_size()));
  }

  // The whole semantic tree as bytes of inserts (mirror/wire.js), for tests.
  tree() {
    const pointer = this.#wasm._atlas_tree();
    return this.#bytes(pointer, this.#wasm._atlas_tree_size());
  }

  font(which) {
    return this.#bytes(this.#wasm._atlas_font(which), this.#wasm._atlas_font_size(which)).slice();
  }

  canvasLost() {
    this.#wasm._atlas_canvas_lost();
  }
  canvasRestored() {
    this.#wasm._atlas_canvas_restored();
    this.onInput();
  }

  storeReady({ replica, persistent, why }) {
    const [length] = this.#write(why);
    const id = BigInt(`0x${replica}`);
    this.#wasm._atlas_store_ready(low(id), high(id), persistent ? 1 : 0, length);
    this.onInput();
  }
  flushDone(ticket, ok, why) {
    const [length] = this.#write(why);
    this.#wasm._atlas_flush_done(ticket, ok ? 1 : 0, length);
    this.onInput();
  }
  filesArrived(paths) {
    const [length] = this.#write(paths.join('\n'));
    this.#wasm._atlas_files_arrived(length);
    this.onInput();
  }
  storeLost() {
    this.#wasm._atlas_store_lost();
    this.onInput();
  }
  // persisted: true, false or null: not known; used, quota: bytes or null
  storageMeasured({ persisted, used, quota }) {
    const persistence = persisted === null ? 0 : Number(persisted) + 1; // app::Persistence
    this.#wasm._atlas_storage_measured(persistence, used ?? -1, quota ?? -1);
    this.onInput();
  }
  fileOpened(name, bytes) {
    this.#wasm._atlas_file_opened(...this.#write(name, bytes));
    this.onInput();
  }
  fileSaved(name) {
    this.#wasm._atlas_file_saved(...this.#write(name));
    this.onInput();
  }
  networkChanged({ offlineReady, updateWaiting }) {
    this.#wasm._atlas_network_changed(offlineReady ? 1 : 0, updateWaiting ? 1 : 0);
    this.onInput();
  }

  // screen: one of kScreens
  showScreen(screen) {
    this.#wasm._atlas_show_screen(kScreens.indexOf(screen));
    this.onInput();
  }
  preferencesChanged({ dark, moreContrast, reducedMotion, coarsePointer }) {
    const bit = (on) => (on ? 1 : 0);
    this.#wasm._atlas_preferences_changed(bit(dark), bit(moreContrast), bit(reducedMotion), bit(coarsePointer));
    this.onInput();
  }

  // pointer: {x, y, kind (of kPointerKinds), number (of the finger), ms (event.timeStamp)}
  pointerMoved({ x, y, kind, number, ms }) {
    this.#wasm._atlas_pointer_moved(x, y, kPointerKinds.indexOf(kind), number, ms);
    this.onInput();
  }
  pointerLeft() {
    this.#wasm._atlas_pointer_left();
    this.onInput();
  }
  pointerButton(button, down, { x, y, kind, number, ms }, mods) {
    const known = kPointerKinds.indexOf(kind);
    this.#wasm._atlas_pointer_button(button, down ? 1 : 0, x, y, known, mods, number, ms);
    this.onHand();
  }
  pointerCancelled(number) {
    this.#wasm._atlas_pointer_cancelled(number);
    this.onInput();
  }
  // precise: by two fingers on a trackpad
  wheel(dx, dy, x, y, mods, precise) {
    this.#wasm._atlas_wheel(dx, dy, x, y, mods, precise ? 1 : 0);
    this.onInput();
  }
  wantsKey(key, mods, repeat) {
    const [length] = this.#write(key);
    return this.#wasm._atlas_wants_key(length, mods, repeat ? 1 : 0) === 1;
  }
  key(key, mods, repeat) {
    const [length] = this.#write(key);
    this.#wasm._atlas_key(length, mods, repeat ? 1 : 0);
    this.onHand();
  }
  // id: a bigint; verb: one of kMirrorVerbs.
  mirrorAction(id, verb, value = '') {
    const [length] = this.#write(value);
    this.#wasm._atlas_mirror_action(low(id), high(id), kMirrorVerbs.indexOf(verb), length);
    this.onInput();
  }
  textEdited(text) {
    this.#wasm._atlas_text_edited(...this.#write(text));
    this.onHand();
  }
  textCommitted(text, how) {
    const [length] = this.#write(text);
    this.#wasm._atlas_text_committed(length, kCommitHow.indexOf(how));
    this.onInput();
  }
  textCancelled() {
    this.#wasm._atlas_text_cancelled();
    this.onInput();
  }
  // The text of what has the keyboard; empty: there is nothing to copy.
  copied() {
    const pointer = this.#wasm._atlas_copied();
    return decoder.decode(this.#bytes(pointer, this.#wasm._atlas_copied_size()));
  }
  cut() {
    this.#wasm._atlas_cut();
    this.onInput();
  }
  pasted(text) {
    this.#wasm._atlas_pasted(...this.#write(text));
    this.onInput();
  }
  // height: CSS pixels that an on-screen keyboard covers from below
  covered(height) {
    this.#wasm._atlas_covered(height);
    this.onInput();
  }
  resized(width, height, density) {
    this.#wasm._atlas_resized(width, height, density);
    this.onInput();
  }
  focusChanged(inside) {
    this.#wasm._atlas_focus_changed(inside ? 1 : 0);
    this.onInput();
  }

  // Puts texts (or bytes) one after another into the scratch buffer; their lengths in bytes.
  #write(...parts) {
    const chunks = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
    const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    let at = this.#wasm._atlas_scratch(total);
    for (const chunk of chunks) {
      this.#wasm.HEAPU8.set(chunk, at);
      at += chunk.length;
    }
    return chunks.map((chunk) => chunk.length);
  }

  // HEAPU8 is another object after the memory has grown, so views are made when they are needed.
  #bytes(pointer, size) {
    return this.#wasm.HEAPU8.subarray(pointer, pointer + size);
  }
}

function low(id) {
  return Number(id & 0xffffffffn);
}
function high(id) {
  return Number(id >> 32n);
}

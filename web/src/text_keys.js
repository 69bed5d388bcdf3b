// What a key means in a field that is being edited, apart from typing.

const kEditing = new Set([
  'Home', 'End', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Shift', 'Control', 'Alt', 'Meta',
]);
const kVertical = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
const kClipboardAndUndo = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

// 'commitEnter', 'commitTab', 'commitShiftTab', 'cancel', 'results' (of a search: the core's), 'app'
// (when the core wants it), 'field'.
export function meaningOfTextKey(event, { multiline, search }) {
  const main = event.ctrlKey || event.metaKey;
  if (event.isComposing || event.keyCode === 229) return 'field';
  if (event.key === 'Escape') return 'cancel';
  if (event.key === 'Tab') return event.shiftKey ? 'commitShiftTab' : 'commitTab';
  if (event.key === 'Enter') return multiline && !main ? 'field' : 'commitEnter';
  if (main) return kClipboardAndUndo.has(event.key.toLowerCase()) ? 'field' : 'app';
  if (event.key.length === 1 || kEditing.has(event.key)) return 'field';
  if (kVertical.has(event.key)) return search ? 'results' : 'field';
  return 'app';
}

// Keys, wherever in the page the keyboard is. The core is asked about each: what it does not want
// stays the browser's. Keys inside the field that is being edited are its own (text_overlay.js).
import { isSystemKey, modifiersOf } from './modifiers.js';

export function listenToKeys(core, ownsKey) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || ownsKey(event)) return;
    passKey(core, event);
  });
}

// Whether the core took it.
export function passKey(core, event) {
  if (isSystemKey(event)) return false;
  const mods = modifiersOf(event);
  if (!core.wantsKey(event.key, mods, event.repeat)) return false;
  event.preventDefault();
  core.key(event.key, mods, event.repeat);
  return true;
}

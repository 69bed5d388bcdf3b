// Modifier keys as the core takes them. On a Mac the command key is the other machines' ctrl.
const kMac = /^Mac/.test(navigator.platform);

export function modifiersOf(event) {
  const main = kMac ? event.metaKey : event.ctrlKey;
  // On Windows AltGr arrives as ctrl and alt; what it types is a plain character.
  if (event.getModifierState?.('AltGraph')) return event.shiftKey ? 1 : 0;
  return (event.shiftKey ? 1 : 0) | (main ? 2 : 0) | (event.altKey ? 4 : 0);
}

// On a Mac a click with control is the secondary one.
export function secondaryByModifier(event) {
  return kMac && event.button === 0 && event.ctrlKey;
}

// Keys of the system: never the app's.
export function isSystemKey(event) {
  return kMac ? event.ctrlKey && !event.metaKey : event.metaKey;
}

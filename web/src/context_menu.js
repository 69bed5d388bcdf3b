// The browser's own menu stays away where the app has its own: on the canvas and its mirror. In a
// field that is being edited, and for the pointer on the plain page, it is the browser's.
const kOfKeyMs = 1500; // browsers send the event of a key when it is let go

// nodeOf(element): the id of the mirror's node that it belongs to, or null.
export function listenToContextMenu(core, canvas, layer, { plain, nodeOf }) {
  let keyMs = -Infinity;
  document.addEventListener(
    'keydown',
    ({ key, shiftKey, timeStamp }) => {
      if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) keyMs = timeStamp;
    },
    { capture: true },
  );
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  layer.addEventListener('contextmenu', (event) => {
    const byKey = event.timeStamp - keyMs < kOfKeyMs;
    if (plain && !byKey) return;
    event.preventDefault();
    const node = nodeOf(event.target);
    // The core has been told of the key.
    if (!byKey && node !== null) core.mirrorAction(node, 'menu');
  });
}

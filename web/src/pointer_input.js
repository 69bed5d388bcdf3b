// Mouse, pen and touch on the canvas. Two fingers pan and pinch as a trackpad does: wheel events,
// with ctrl for the pinch.
import { kPointerKinds } from './core.js';
import { modifiersOf } from './modifiers.js';

const kLinePx = 40;
const kPinchPerOctave = 100; // as browsers give for a pinch: factor = exp(-dy / 100)
const kTap = 10;

// beforePress(): called before the core hears of a press (a text that is being edited ends first).
export function listenToPointers(canvas, core, beforePress) {
  const touches = new Map(); // pointer id → {x, y, startX, startY}
  const kindOf = (event) =>
    kPointerKinds.includes(event.pointerType) ? event.pointerType : 'mouse';

  canvas.addEventListener('pointerdown', (event) => {
    beforePress();
    canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      const at = { x: event.clientX, y: event.clientY };
      touches.set(event.pointerId, { ...at, startX: at.x, startY: at.y });
      if (touches.size === 2) letGo(core, touches.values().next().value);
      if (touches.size > 1) return;
    }
    press(core, event, true, kindOf(event));
  });

  canvas.addEventListener('pointermove', (event) => {
    const touch = touches.get(event.pointerId);
    if (touch && touches.size > 1) pinch(core, touches, touch, event);
    else core.pointerMoved(event.clientX, event.clientY, kindOf(event));
    if (touch) Object.assign(touch, { x: event.clientX, y: event.clientY });
  });

  const end = (event) => {
    const several = touches.size > 1;
    const touch = touches.delete(event.pointerId);
    // Of two fingers the one that stays does nothing until it is lifted too.
    if (touch && (several || touches.size > 0)) return;
    press(core, event, false, kindOf(event));
    if (touch) core.pointerLeft();
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  canvas.addEventListener('pointerleave', () => core.pointerLeft());

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = [1, kLinePx, canvas.clientHeight][event.deltaMode] ?? 1;
      // A pinch has ctrl on a Mac too, where our ctrl is the command key.
      const mods = modifiersOf(event) | (event.ctrlKey ? 2 : 0);
      core.wheel(event.deltaX * unit, event.deltaY * unit, event.clientX, event.clientY, mods);
    },
    { passive: false },
  );
  // The keyboard stays where it is: in the mirror, not on the canvas.
  canvas.addEventListener('mousedown', (event) => event.preventDefault());
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}

function press(core, event, down, kind) {
  if (event.button > 2) return;
  const button = Math.max(0, event.button);
  core.pointerButton(button, down, event.clientX, event.clientY, kind, modifiersOf(event));
}

// The first finger's press ends without having been a tap: a second finger has come.
function letGo(core, { x, y, startX, startY }) {
  const tapped = Math.hypot(x - startX, y - startY) < kTap;
  core.pointerButton(0, false, tapped ? -1 : x, tapped ? -1 : y, 'touch', 0);
  core.pointerLeft();
}

function pinch(core, touches, moved, event) {
  const other = [...touches.values()].find((touch) => touch !== moved);
  const before = Math.hypot(moved.x - other.x, moved.y - other.y);
  const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
  const [x, y] = [(event.clientX + other.x) / 2, (event.clientY + other.y) / 2];
  core.wheel((moved.x - event.clientX) / 2, (moved.y - event.clientY) / 2, x, y, 0);
  if (before > 0 && after > 0) core.wheel(0, -kPinchPerOctave * Math.log(after / before), x, y, 2);
}

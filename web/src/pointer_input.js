// Mouse, pen and touch on the canvas: each pointer with a small number and the time of its event, so
// that the core can tell drags, pinches and long presses apart (src/ui/gestures.hpp).
import { kPointerKinds } from './core.js';
import { modifiersOf, secondaryByModifier } from './modifiers.js';
import { WheelReader } from './wheel.js';

// beforePress(): called before the core hears of a press (a text that is being edited ends first).
export function listenToPointers(canvas, core, beforePress) {
  const numbers = new Map(); // pointer id → number
  const pressed = new Map(); // pointer id → the button that the core was told

  const told = (event) => ({
    x: event.clientX,
    y: event.clientY,
    kind: kPointerKinds.includes(event.pointerType) ? event.pointerType : 'mouse',
    number: numberOf(numbers, event),
    ms: event.timeStamp,
  });
  const forget = (event) => {
    numbers.delete(event.pointerId);
    pressed.delete(event.pointerId);
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button > 2) return;
    beforePress();
    capture(canvas, event.pointerId);
    const button = secondaryByModifier(event) ? 2 : Math.max(0, event.button);
    pressed.set(event.pointerId, button);
    core.pointerButton(button, true, told(event), modifiersOf(event));
  });
  canvas.addEventListener('pointermove', (event) => core.pointerMoved(told(event)));
  canvas.addEventListener('pointerup', (event) => {
    if (event.button > 2) return;
    const button = pressed.get(event.pointerId) ?? Math.max(0, event.button);
    core.pointerButton(button, false, told(event), modifiersOf(event));
    if (event.pointerType === 'touch') core.pointerLeft();
    forget(event);
  });
  canvas.addEventListener('pointercancel', (event) => {
    core.pointerCancelled(numberOf(numbers, event));
    forget(event);
  });
  canvas.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'touch') return;
    core.pointerLeft();
    if (!pressed.has(event.pointerId)) forget(event);
  });

  // The keyboard stays where it is: in the mirror, not on the canvas.
  canvas.addEventListener('mousedown', (event) => event.preventDefault());
}

// Also over the field that is being edited: what it lies in scrolls under it.
export function listenToWheel(element, canvas, core) {
  const reader = new WheelReader();
  element.addEventListener(
    'wheel',
    (event) => {
      if (scrollsItself(event.target)) return;
      event.preventDefault();
      const { dx, dy, precise } = reader.read(event, canvas.clientHeight);
      // A pinch has ctrl on a Mac too, where our ctrl is the command key.
      const mods = modifiersOf(event) | (event.ctrlKey ? 2 : 0);
      core.wheel(dx, dy, event.clientX, event.clientY, mods, precise);
    },
    { passive: false },
  );
}

// The smallest that no other pointer on the page has.
function numberOf(numbers, { pointerId }) {
  if (!numbers.has(pointerId)) {
    const used = new Set(numbers.values());
    let number = 0;
    while (used.has(number)) number += 1;
    numbers.set(pointerId, number);
  }
  return numbers.get(pointerId);
}

// A pointer that a script made up cannot be captured; its events come all the same.
function capture(canvas, pointerId) {
  try {
    canvas.setPointerCapture(pointerId);
  } catch (error) {
    if (error.name !== 'NotFoundError') throw error;
  }
}

function scrollsItself({ tagName, scrollHeight, clientHeight }) {
  return tagName === 'TEXTAREA' && scrollHeight > clientHeight;
}

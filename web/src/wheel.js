// What turned the wheel. Events of a wheel with notches and of two fingers on a trackpad have the same
// type; what tells them apart:
//   - lines or pages: a wheel (Firefox counts a wheel's turns in lines, fingers in pixels)
//   - sideways without Shift: fingers, or a wheel that can be tilted, which pans as well
//   - wheelDelta, which browsers keep from old times: 3 for each pixel of fingers, 120 for a notch
//   - else parts of pixels: fingers
// Fingers often begin and end straight: events that follow soon are of the same hand.
const kSameTurnMs = 150;
const kLinePx = 40;
const kFingerDeltaPerPixel = 3;
const kNotch = 120;

export class WheelReader {
  #last = { ms: -Infinity, precise: false };

  // {dx, dy} in CSS pixels, and whether it was a trackpad.
  read(event, pageHeight) {
    const unit = [1, kLinePx, pageHeight][event.deltaMode] ?? 1;
    const goesOn = event.timeStamp - this.#last.ms < kSameTurnMs;
    const precise = (goesOn && this.#last.precise && event.deltaMode === 0) || byFingers(event);
    this.#last = { ms: event.timeStamp, precise };
    return { dx: event.deltaX * unit, dy: event.deltaY * unit, precise };
  }
}

function byFingers({ deltaMode, deltaX, deltaY, shiftKey, wheelDeltaY }) {
  if (deltaMode !== 0) return false;
  if (deltaX !== 0 && !shiftKey) return true;
  if (wheelDeltaY) {
    if (Math.abs(wheelDeltaY + kFingerDeltaPerPixel * deltaY) < 1) return wheelDeltaY % kNotch !== 0;
    if (wheelDeltaY % kNotch === 0) return false;
  }
  return !Number.isInteger(deltaY);
}

// Draws a run of text with the browser's own fonts. Most runs are a shape that the core gives its
// colour; one with a part in colours of its own (emoji) is a picture in which the rest has the ink's.
const kMaxWidth = 8192;
const kOpaqueEnough = 32;
const kSameColour = 24; // of 255, a channel

let context = null;

// {width, height, baseline, coloured, pixels (straight RGBA)}, or null. Sizes in device pixels; ink:
// 0xRRGGBB.
export function rasterise(run, sizePx, semibold, ink) {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const font = `${semibold ? 600 : 400} ${sizePx}px Atlas, system-ui, sans-serif`;
  context.font = font;
  const size = context.measureText(run);
  const left = Math.ceil(Math.max(0, size.actualBoundingBoxLeft));
  const right = Math.ceil(Math.max(size.width, size.actualBoundingBoxRight));
  const baseline = Math.ceil(Math.max(sizePx, size.actualBoundingBoxAscent)) + 1;
  const below = Math.ceil(Math.max(sizePx * 0.3, size.actualBoundingBoxDescent)) + 1;
  const width = Math.min(Math.max(1, left + right), kMaxWidth);
  const height = baseline + below;
  context.canvas.width = width; // clears, and forgets the font
  context.canvas.height = height;
  context.font = font;
  context.fillStyle = `#${ink.toString(16).padStart(6, '0')}`;
  context.fillText(run, left, baseline);
  const pixels = context.getImageData(0, 0, width, height).data;
  const coloured = hasOtherColours(pixels, ink);
  if (!coloured) whiten(pixels);
  return { width, height, baseline, coloured, pixels };
}

function hasOtherColours(pixels, ink) {
  const own = [ink >> 16, (ink >> 8) & 255, ink & 255];
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] <= kOpaqueEnough) continue;
    if (own.some((part, c) => Math.abs(pixels[i + c] - part) > kSameColour)) return true;
  }
  return false;
}

// The shape alone.
function whiten(pixels) {
  for (let i = 0; i < pixels.length; i += 4) pixels.fill(255, i, i + 3);
}

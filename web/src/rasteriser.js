// Draws a run of text with the browser's own fonts: white on nothing, or in its own colours (emoji).
const kMaxWidth = 8192;
const kOpaqueEnough = 32;

let context = null;

// {width, height, baseline, coloured, pixels (premultiplied RGBA)}, or null. Sizes in device pixels.
export function rasterise(run, sizePx, semibold) {
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
  context.fillStyle = '#fff';
  context.fillText(run, left, baseline);
  const pixels = context.getImageData(0, 0, width, height).data;
  return { width, height, baseline, coloured: premultiply(pixels), pixels };
}

// Multiplies the colours by alpha; whether there is a colour other than white.
function premultiply(pixels) {
  let coloured = false;
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3];
    if (alpha === 255 && pixels[i] + pixels[i + 1] + pixels[i + 2] === 765) continue;
    const white = Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) > 240;
    if (alpha > kOpaqueEnough && !white) coloured = true;
    for (let c = 0; c < 3; ++c) pixels[i + c] = Math.round((pixels[i + c] * alpha) / 255);
  }
  return coloured;
}

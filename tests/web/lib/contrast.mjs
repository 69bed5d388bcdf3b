// Contrast of painted text, measured from the pixels of a picture at double density (there strokes
// have pixels of full colour). A rectangle is cut along empty rows and wide empty columns into
// blocks, so that each line of text is judged by itself and not by its strongest neighbour; blocks
// that cannot be text (rules, bands, edges) are left out.

const kRowGap = 2; // picture pixels
const kColumnGap = 16;
const kSmallest = 10; // a block of text is at least this high, and this wide
const kTallest = 100;
const kFrame = 26; // picture pixels: the smallest frame
const kSameColour = 1.15; // contrast below which a pixel counts as background
const kSolid = 0.8; // a block filled more than this is no text
const kEnoughInk = 0.004; // of a block's pixels: what makes a colour one that is meant

// [{x, y, width, height, ratio, ink, paper}] of a rectangle in picture pixels.
export function textBlocks(picture, rect) {
  const area = inside(picture, rect);
  if (area.width < kSmallest || area.height < kSmallest) return [];
  return blocksOf(picture, area, 0).filter(Boolean);
}

function inside(picture, { x, y, width, height }) {
  const left = Math.max(0, Math.ceil(x));
  const top = Math.max(0, Math.ceil(y));
  const right = Math.min(picture.width, Math.floor(x + width));
  const bottom = Math.min(picture.height, Math.floor(y + height));
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function blocksOf(picture, area, depth) {
  const paper = commonest(picture, area);
  const marked = (x, y) => contrast(picture.at(x, y), paper) > kSameColour;
  const rows = runs(area.y, area.height, kRowGap, (y) => some(area.x, area.width, (x) => marked(x, y)));
  if (rows.length > 1 || depth === 0) {
    return rows.flatMap((row) => columnsOf(picture, { ...area, y: row.start, height: row.length }, depth));
  }
  return [measured(picture, area, paper)];
}

function columnsOf(picture, area, depth) {
  const paper = commonest(picture, area);
  const marked = (x, y) => contrast(picture.at(x, y), paper) > kSameColour;
  const columns = runs(area.x, area.width, kColumnGap, (x) => some(area.y, area.height, (y) => marked(x, y)));
  return columns.flatMap((column) => {
    const block = { ...area, x: column.start, width: column.length };
    return columns.length > 1 && depth < 3
      ? blocksOf(picture, block, depth + 1)
      : [measured(picture, block, paper)];
  });
}

function measured(picture, area, paper) {
  const { width, height } = area;
  if (height < kSmallest || height > kTallest || width < kSmallest) return null;
  const inks = counted(picture, area, (colour) => contrast(colour, paper) > kSameColour);
  const pixels = width * height;
  const marked = inks.reduce((sum, [, count]) => sum + count, 0);
  if (marked === 0 || marked > pixels * kSolid || isFrame(picture, area, paper)) return null;
  // The strongest colour that enough pixels have, counting its near neighbours with it.
  let best = null;
  for (const [colour] of inks) {
    const like = inks.reduce((sum, [other, n]) => (near(other, colour) ? sum + n : sum), 0);
    const ratio = contrast(colour, paper);
    if (like >= Math.max(6, pixels * kEnoughInk) && (!best || ratio > best.ratio)) {
      best = { ...area, ratio, ink: hex(colour), paper: hex(paper) };
    }
  }
  return best;
}

// The empty box of a checkbox: large, about square, with nothing in its middle. Its edge needs 3 : 1.
function isFrame(picture, { x, y, width, height }, paper) {
  if (Math.min(width, height) < kFrame || Math.max(width, height) > 1.5 * Math.min(width, height)) return false;
  const third = (length) => Math.floor(length / 3);
  const [left, top] = [x + third(width), y + third(height)];
  const marked = (column, row) => contrast(picture.at(column, row), paper) > kSameColour;
  return !some(top, third(height), (row) =>
    some(left, third(width), (column) => marked(column, row)),
  );
}

function runs(start, length, gap, has) {
  const found = [];
  let last = null;
  for (let at = start; at < start + length; ++at) {
    if (!has(at)) continue;
    if (last && at - (last.start + last.length) <= gap) last.length = at + 1 - last.start;
    else found.push((last = { start: at, length: 1 }));
  }
  return found;
}

function some(start, length, test) {
  for (let at = start; at < start + length; ++at) if (test(at)) return true;
  return false;
}

function counted(picture, { x, y, width, height }, wanted = () => true) {
  const counts = new Map();
  for (let row = y; row < y + height; ++row) {
    for (let column = x; column < x + width; ++column) {
      const [r, g, b] = picture.at(column, row);
      const key = (r << 16) | (g << 8) | b;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([key, count]) => [[key >> 16, (key >> 8) & 255, key & 255], count])
    .filter(([colour]) => wanted(colour));
}

function commonest(picture, area) {
  let best = [[255, 255, 255], 0];
  for (const entry of counted(picture, area)) if (entry[1] > best[1]) best = entry;
  return best[0];
}

function near(a, b) {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < 36;
}

function hex(colour) {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const kLinear = Array.from({ length: 256 }, (_, part) => {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function luminance([r, g, b]) {
  return 0.2126 * kLinear[r] + 0.7152 * kLinear[g] + 0.0722 * kLinear[b];
}

export function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

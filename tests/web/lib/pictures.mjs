// Pictures of the page, compared pixel by pixel.
import { readPng } from './png.mjs';

export async function pictureOf(page) {
  await page.settled();
  return readPng(await page.tab.screenshot());
}

// How many pixels differ in a channel by more than `most`, of two pictures of one size; in a part of
// them (device pixels) where given.
export function differing(one, other, part, most = 0) {
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  const { x, y, width, height } = part ?? { x: 0, y: 0, width: one.width, height: one.height };
  let count = 0;
  for (let row = Math.floor(y); row < y + height; ++row) {
    for (let column = Math.floor(x); column < x + width; ++column) {
      const [a, b] = [one.at(column, row), other.at(column, row)];
      if (a.some((channel, i) => Math.abs(channel - b[i]) > most)) count += 1;
    }
  }
  return count;
}

// Different colours in a picture: a page that was not painted has one or two.
export function colours(picture) {
  const seen = new Set();
  for (let y = 0; y < picture.height; y += 3) {
    for (let x = 0; x < picture.width; x += 3) seen.add(picture.at(x, y).join());
  }
  return seen.size;
}

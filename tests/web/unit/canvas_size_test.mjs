import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchCanvasSize } from '../../../web/src/canvas_size.js';

// What the page hears of a canvas of 1366.4 by 768 CSS pixels, when the browser counts `exact`.
function heard(density, exact) {
  let resized;
  const queries = [];
  globalThis.window = {
    devicePixelRatio: density,
    matchMedia(media) {
      const query = { media, addEventListener: (name, changed) => (query.changed = changed) };
      queries.push(query);
      return query;
    },
  };
  globalThis.ResizeObserver = class {
    constructor(callback) {
      resized = callback;
    }
    observe() {}
  };
  const told = [];
  const canvas = { getBoundingClientRect: () => ({ width: 1366.4, height: 768 }) };
  watchCanvasSize(canvas, (size) => told.push(size));
  const [inlineSize, blockSize] = exact ?? [];
  resized([{ devicePixelContentBoxSize: exact && [{ inlineSize, blockSize }] }]);
  // As when the window is dragged to another screen.
  const moveTo = (other) => {
    window.devicePixelRatio = other;
    queries.at(-1).changed();
  };
  return Object.assign(told, { moveTo, media: () => queries.map((query) => query.media) });
}

test('a change of density alone is told, each time it comes', () => {
  const told = heard(1, [1366, 768]);
  told.moveTo(2);
  assert.deepEqual([told.at(-1).deviceWidth, told.at(-1).density], [2733, 2]);
  told.moveTo(1);
  assert.deepEqual([told.at(-1).deviceWidth, told.at(-1).density], [1366, 1]);
  assert.deepEqual(told.media(), ['1', '2', '1'].map((one) => `(resolution: ${one}dppx)`));
});

test('the first size is told at once, in whole device pixels', () => {
  const [first] = heard(1.5, null);
  assert.deepEqual([first.deviceWidth, first.deviceHeight], [2050, 1152]);
  assert.equal(first.width * first.density, first.deviceWidth);
});

test('the browser settles which way a part of a pixel goes', () => {
  const last = heard(1, [1367, 768]).at(-1);
  assert.equal(last.deviceWidth, 1367);
});

test('pixels of another density than the page has are not taken', () => {
  const last = heard(2, [1366, 768]).at(-1);
  assert.deepEqual([last.deviceWidth, last.deviceHeight], [2733, 1536]);
  assert.ok(Math.abs(last.width - 1366.4) < 0.5);
});

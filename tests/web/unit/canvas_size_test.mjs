import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchCanvasSize } from '../../../web/src/canvas_size.js';

// What the page hears of a canvas of 1366.4 by 768 CSS pixels, when the browser counts `exact`.
function heard(density, exact) {
  let resized;
  globalThis.window = { devicePixelRatio: density };
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
  return told;
}

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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WheelReader } from '../../../web/src/wheel.js';

const event = (more) => ({ deltaMode: 0, deltaX: 0, deltaY: 0, shiftKey: false, timeStamp: 0, ...more });
const read = (more) => new WheelReader().read(event(more), 768);

test('notches of a wheel are no trackpad', () => {
  assert.equal(read({ deltaY: 100, wheelDeltaY: -120 }).precise, false); // Chromium on Windows
  assert.equal(read({ deltaY: 120, wheelDeltaY: -120 }).precise, false); // and on Linux
  assert.equal(read({ deltaY: 83.3333, wheelDeltaY: -120 }).precise, false); // at a zoom of 120 %
  assert.equal(read({ deltaMode: 1, deltaY: 3 }).precise, false); // Firefox
  assert.equal(read({ deltaY: 300 }).precise, false);
});

test('lines and pages become pixels', () => {
  assert.equal(read({ deltaMode: 1, deltaY: 3 }).dy, 120);
  assert.equal(read({ deltaMode: 2, deltaY: -1 }).dy, -768);
});

test('two fingers on a trackpad are told by pixels and by sideways', () => {
  assert.equal(read({ deltaY: 7, wheelDeltaY: -21 }).precise, true);
  assert.equal(read({ deltaY: 2.5 }).precise, true);
  assert.equal(read({ deltaX: 4, deltaY: 1 }).precise, true);
});

test('with Shift a wheel goes sideways and stays a wheel', () => {
  assert.equal(read({ deltaX: 100, shiftKey: true, wheelDeltaX: -120 }).precise, false);
});

test('what follows soon is of the same fingers, what comes later is not', () => {
  const reader = new WheelReader();
  assert.equal(reader.read(event({ deltaX: 3, deltaY: 9 }), 768).precise, true);
  assert.equal(reader.read(event({ deltaY: 40, timeStamp: 100 }), 768).precise, true);
  assert.equal(reader.read(event({ deltaY: 100, wheelDeltaY: -120, timeStamp: 900 }), 768).precise, false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameLoop } from '../../../web/src/frame.js';

// A loop whose clock and frames the test moves; `cost` is how long the core works ahead.
function makeLoop({ cost = 3, hidden = false } = {}) {
  const page = { now: 0, frames: [], ahead: 0, drawn: 0, errors: 0, fails: false };
  globalThis.document = { hidden };
  globalThis.performance = { now: () => page.now };
  globalThis.requestAnimationFrame = (frame) => page.frames.push(frame);
  globalThis.cancelAnimationFrame = () => {};
  const core = {
    draw: () => {
      page.drawn += 1;
      if (page.drawing) page.drawing();
      return { nextFrameMs: -1, drawMs: 0, mirrorMs: 0 };
    },
    workAhead: () => {
      page.ahead += 1;
      page.now += cost;
      if (page.fails) throw new Error('no');
    },
  };
  page.loop = new FrameLoop(core, () => (page.errors += 1));
  page.nextFrame = () => page.frames.splice(0).forEach((frame) => frame());
  return page;
}

test('what hands do is worked on at once and painted with the next frame', () => {
  const page = makeLoop();
  page.loop.workAhead();
  assert.deepEqual([page.ahead, page.drawn, page.frames.length], [1, 0, 1]);
  page.nextFrame();
  assert.deepEqual([page.ahead, page.drawn], [1, 1]);
});

test('between two frames no more than a part of one is spent', () => {
  const page = makeLoop();
  for (let i = 0; i < 10; ++i) page.loop.workAhead();
  assert.equal(page.ahead, 3);
  page.nextFrame();
  page.loop.workAhead();
  assert.deepEqual([page.ahead, page.drawn, page.loop.counts.drawCpuMs], [4, 1, 12]);
});

test('nothing is worked ahead inside a frame, on a hidden page, or after a failure', () => {
  const inside = makeLoop();
  inside.drawing = () => inside.loop.workAhead();
  inside.loop.run();
  assert.equal(inside.ahead, 0);
  const hidden = makeLoop({ hidden: true });
  hidden.loop.workAhead();
  assert.equal(hidden.ahead, 0);
  hidden.loop.run(); // ends its timer
  const failed = makeLoop();
  failed.fails = true;
  failed.loop.workAhead();
  failed.nextFrame();
  failed.loop.workAhead();
  assert.deepEqual([failed.ahead, failed.drawn, failed.errors], [1, 0, 1]);
});

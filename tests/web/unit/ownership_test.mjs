import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ownership } from '../../../web/src/store/ownership.js';

// navigator.locks as far as waiting in a queue goes. `end` ends the tab that holds the lock.
class FakeLocks {
  queue = [];
  request(name, work) {
    this.queue.push(work);
    if (this.queue.length === 1) work({ name });
    return new Promise(() => {});
  }
  end() {
    this.queue.shift();
    this.queue[0]?.({});
  }
}

test('the first tab owns the folder, and when it ends the next one does', () => {
  const locks = new FakeLocks();
  const tabs = [1, 2, 3].map(() => new Ownership(locks, 'owner/one'));
  assert.deepEqual(tabs.map((tab) => tab.mine), [true, false, false]);
  locks.end();
  assert.deepEqual(tabs.slice(1).map((tab) => tab.mine), [true, false]);
  locks.end();
  assert.ok(tabs[2].mine);
});

test('a browser that refuses the lock leaves the tab without the right to remove', async () => {
  const refused = new Ownership({ request: () => Promise.reject(new Error('no')) }, 'owner/one');
  await null;
  assert.equal(refused.mine, false);
});

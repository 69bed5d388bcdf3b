import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { randomReplica, replicaOfSlot, takeSlot } from '../../../web/src/store/slots.js';
import { FakeDatabase } from './fake_database.mjs';

globalThis.crypto ??= webcrypto; // node 18 has no global one

// navigator.locks as far as ifAvailable goes.
class FakeLocks {
  held = new Set();
  async request(name, { ifAvailable }, work) {
    assert.equal(ifAvailable, true);
    if (this.held.has(name)) return work(null);
    this.held.add(name);
    const result = await work({ name });
    this.held.delete(name);
    return result;
  }
}

test('tabs that run together take different slots, and a free one is used again', async () => {
  const locks = new FakeLocks();
  assert.equal(await takeSlot(locks), 0);
  assert.equal(await takeSlot(locks), 1);
  assert.equal(await takeSlot(locks), 2);
  locks.held.delete('partnership-atlas/slot/1');
  assert.equal(await takeSlot(locks), 1);
});

test('a slot keeps its replica id, another slot has another', async () => {
  const database = new FakeDatabase();
  const first = await replicaOfSlot(database, 0);
  assert.match(first, /^[0-9a-f]{16}$/);
  assert.notEqual(await replicaOfSlot(database, 1), first);
  assert.equal(await replicaOfSlot(database, 0), first);
});

test('replica ids are never zero', () => {
  for (let i = 0; i < 100; ++i) assert.notEqual(BigInt(`0x${randomReplica()}`), 0n);
});

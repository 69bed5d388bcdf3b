import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageFacts } from '../../../web/src/store/storage_facts.js';

const kMinuteMs = 60000;
const answers = () => new Promise((resolve) => setImmediate(resolve));

function asked(storage) {
  const told = [];
  const clock = { now: 0, estimates: 0 };
  const counting = {
    ...storage,
    estimate: storage.estimate && (() => ((clock.estimates += 1), storage.estimate())),
  };
  const facts = new StorageFacts(counting, (news) => told.push(news), () => clock.now);
  return { facts, told, clock };
}

test('the answer and the use are told as they come', async () => {
  const { facts, told } = asked({
    persist: async () => true,
    persisted: async () => false,
    estimate: async () => ({ usage: 1200, quota: 5000 }),
  });
  facts.begin();
  await answers();
  assert.deepEqual(told.at(-1), { persisted: true, used: 1200, quota: 5000 });
});

test('while nobody has answered it is not known, which is no refusal', async () => {
  const { facts, told } = asked({
    persist: () => new Promise(() => {}),
    persisted: async () => false,
    estimate: async () => ({ usage: 1, quota: 2 }),
  });
  facts.begin();
  await answers();
  assert.deepEqual(told, [{ persisted: null, used: 1, quota: 2 }]);
});

test('after flushes it asks at most once a minute, and tells only what is new', async () => {
  const { facts, told, clock } = asked({ estimate: async () => ({ usage: 7, quota: 9 }) });
  facts.begin();
  await answers();
  for (let i = 0; i < 5; ++i) facts.refresh();
  assert.equal(clock.estimates, 1);
  clock.now = kMinuteMs;
  facts.refresh();
  facts.refresh();
  await answers();
  assert.equal(clock.estimates, 2);
  assert.equal(told.length, 1, 'the same was told twice');
});

test('a browser without any of it, or that fails, is asked in vain', async () => {
  const none = asked({});
  none.facts.begin();
  const failing = asked({
    persist: async () => Promise.reject(new Error('no')),
    persisted: async () => Promise.reject(new Error('no')),
    estimate: async () => Promise.reject(new Error('no')),
  });
  failing.facts.begin();
  new StorageFacts(undefined, () => assert.fail('nothing to tell')).begin();
  await answers();
  assert.deepEqual([none.told, failing.told], [[], []]);
});

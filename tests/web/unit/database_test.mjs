import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database, kFiles } from '../../../web/src/store/database.js';
import {
  plainReason, plainReasonAtStart, kBusy, kBusyAtStart, kFull, kNewer, kNewerAtStart, kRefused, kTrouble,
} from '../../../web/src/store/reasons.js';
import { FakeIndexedDB } from './fake_indexed_db.mjs';

const error = (name) => Object.assign(new Error('x'), { name });

async function opened() {
  const indexedDB = new FakeIndexedDB();
  const seen = { losses: 0 };
  const database = new Database(indexedDB, 'one', () => (seen.losses += 1));
  const use = () => database.transact(kFiles, 'readonly', () => () => 'used');
  assert.equal(await use(), 'used');
  assert.equal(seen.losses, 0, 'the first opening is no loss');
  return { indexedDB, seen, use };
}

test('a database that is deleted under the page is told as lost, and opened again', async () => {
  const { indexedDB, seen, use } = await opened();
  indexedDB.delete('one');
  assert.equal(seen.losses, 1);
  assert.equal(await use(), 'used');
});

test('a connection that the browser closes counts as lost, and is opened again', async () => {
  const { indexedDB, seen, use } = await opened();
  indexedDB.clear('one');
  assert.ok(seen.losses >= 1);
  assert.equal(await use(), 'used');
});

test('a deletion that nobody told of is found when the database has to be made again', async () => {
  const { indexedDB, seen, use } = await opened();
  indexedDB.clearUnseen('one');
  assert.equal(await use(), 'used');
  assert.equal(seen.losses, 1);
});

test('a newer version that wants the database is let, and then met with its own words', async () => {
  const indexedDB = new FakeIndexedDB();
  let losses = 0;
  const database = new Database(indexedDB, 'one', () => (losses += 1));
  let connection;
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...what) => {
    const request = open(...what);
    queueMicrotask(() => (connection = request.result));
    return request;
  };
  const use = () => database.transact(kFiles, 'readonly', () => () => 'used');
  await use();
  connection.onversionchange({ newVersion: 2 });
  assert.ok(connection.dead, 'it holds the newer version up');
  assert.equal(losses, 0);
  indexedDB.failure = error('VersionError');
  const why = await use().catch(plainReason);
  assert.equal(why, kNewer);
});

test('a database that another page holds is given up after a while, and a late answer is closed', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const indexedDB = new FakeIndexedDB();
  indexedDB.silent = true;
  const requests = [];
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...what) => {
    requests.push(open(...what));
    return requests.at(-1);
  };
  const database = new Database(indexedDB, 'one');
  const use = database.transact(kFiles, 'readonly', () => {}).catch(plainReason);
  t.mock.timers.tick(15000);
  assert.equal(await use, kBusy);
  let closed = false;
  requests[0].result = { close: () => (closed = true) };
  requests[0].onsuccess();
  assert.ok(closed, 'a connection nobody uses would hold up other pages');
});

test('each kind of trouble has words of its own, and others at the start', () => {
  assert.equal(plainReason(error('QuotaExceededError')), kFull);
  assert.equal(plainReason(error('VersionError')), kNewer);
  assert.equal(plainReason(error('SecurityError')), kRefused);
  assert.equal(plainReason(error('UnknownError')), kTrouble);
  assert.equal(plainReason(null), kTrouble);
  assert.equal(plainReasonAtStart(error('VersionError')), kNewerAtStart);
  assert.equal(plainReasonAtStart(error('UnknownError')), kRefused);
  assert.notEqual(kBusyAtStart, kBusy);
  for (const words of [kFull, kNewer, kNewerAtStart, kBusy, kBusyAtStart, kRefused, kTrouble]) {
    assert.match(words, /save a file/i);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FolderDatabase } from '../../../web/src/store/folder_database.js';
import { plainReason, kFull, kNotAsWritten } from '../../../web/src/store/reasons.js';
import { FakeDatabase } from './fake_database.mjs';

const bytes = (...values) => Uint8Array.from(values);
const file = (name, ...values) => ({ name, bytes: bytes(...values) });
const names = (database) => [...database.stores.files.keys()].sort();

function workspace(database, { owner = true } = {}) {
  return new FolderDatabase(database, {
    overwrites: false,
    owns: () => owner,
  });
}
function device(database) {
  return new FolderDatabase(database, { overwrites: true, owns: () => true });
}

test('what is committed is read, by names that are not known yet', async () => {
  const database = new FakeDatabase();
  const folder = workspace(database);
  await folder.commit([file('seg-b', 2), file('seg-a', 1)], []);
  assert.deepEqual(await folder.read(new Set(['seg-b'])), [file('seg-a', 1)]);
});

test('a flush from a stale tab leaves the files of other tabs alone', async () => {
  const database = new FakeDatabase();
  const stale = workspace(database);
  await workspace(database).commit([file('seg-other', 9)], []);
  await stale.commit([file('seg-mine', 1)], []);
  assert.deepEqual(names(database), ['seg-mine', 'seg-other']);
});

test('a workspace file is never written twice, a device file is', async () => {
  const database = new FakeDatabase();
  const kept = bytes(1);
  database.stores.files.set('seg-a', kept);
  await workspace(database).commit([file('seg-a', 1)], []);
  assert.equal(database.stores.files.get('seg-a'), kept);
  await device(database).commit([file('seg-a', 2)], []);
  assert.deepEqual(database.stores.files.get('seg-a'), bytes(2));
});

test('only the owner removes, and in the transaction that adds', async () => {
  const database = new FakeDatabase();
  await workspace(database).commit([file('seg-a', 1), file('seg-b', 2)], []);
  await workspace(database, { owner: false }).commit([file('base-1', 3)], ['seg-a', 'seg-b']);
  assert.deepEqual(names(database), ['base-1', 'seg-a', 'seg-b']);

  database.failNext = new Error('aborted');
  await assert.rejects(workspace(database).commit([file('base-2', 4)], ['seg-a', 'seg-b']));
  assert.deepEqual(names(database), ['base-1', 'seg-a', 'seg-b']);

  await workspace(database).commit([file('base-2', 4)], ['seg-a', 'seg-b', 'never-there']);
  assert.deepEqual(names(database), ['base-1', 'base-2']);
});

test('bytes that come back different are not called durable', async () => {
  const database = new FakeDatabase();
  database.damageNext = true;
  await assert.rejects(workspace(database).commit([file('seg-a', 1)], []), { message: kNotAsWritten });
});

test('a full disk is told in plain words', async () => {
  const database = new FakeDatabase();
  database.failNext = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
  const error = await workspace(database).commit([file('seg-a', 1)], []).catch((e) => e);
  assert.equal(plainReason(error), kFull);
});

test('what was read early is given once, then the database is asked', async () => {
  const database = new FakeDatabase();
  const folder = workspace(database);
  await folder.commit([file('seg-a', 1)], []);
  await folder.prefetch();
  await workspace(database).commit([file('seg-b', 2)], []);
  assert.deepEqual(await folder.read(new Set()), [file('seg-a', 1)]);
  assert.deepEqual(await folder.read(new Set(['seg-a'])), [file('seg-b', 2)]);
});

test('every file of a flush is read back, not the last one alone', async () => {
  const database = new FakeDatabase();
  database.damageNext = true;
  const files = [file('seg-a', 1), file('seg-b', 2), file('seg-c', 3)];
  await assert.rejects(workspace(database).commit(files, []), { message: kNotAsWritten });
});

test('a damaged file is replaced by what its name stands for, once', async () => {
  const database = new FakeDatabase();
  database.stores.files.set('base-a', bytes(1, 2));
  await workspace(database).commit([file('base-a', 1, 2, 3)], []);
  await workspace(database).commit([file('base-a', 1, 2, 3)], []);
  assert.deepEqual(database.stores.files.get('base-a'), bytes(1, 2, 3));
  assert.deepEqual(database.puts, ['base-a']);
});

test('a device file that another tab wrote again is read again', async () => {
  const database = new FakeDatabase();
  await device(database).commit([file('settings', 1)], []);
  assert.deepEqual(await device(database).read(new Set(['settings'])), [file('settings', 1)]);
});

test('a write that throws inside its transaction is found by reading back', async () => {
  const database = new FakeDatabase();
  database.throwNext = new Error('the transaction has ended');
  await assert.rejects(workspace(database).commit([file('seg-a', 1)], []), { message: kNotAsWritten });
});

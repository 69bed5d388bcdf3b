// The static server: types, headers, packing, caching, and what it must refuse.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { startServer } from '../../tools/lib/server.mjs';

const HASHED = 'atlas.0123456789ab.wasm';
let folder;
let server;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-server-'));
  fs.mkdirSync(path.join(folder, 'site'));
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'not for anybody');
  fs.writeFileSync(path.join(folder, 'site', 'index.html'), '<!doctype html><title>Atlas</title>');
  fs.writeFileSync(path.join(folder, 'site', HASHED), Buffer.alloc(2000, 7));
  server = await startServer({ root: path.join(folder, 'site') });
});

after(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

// As it goes over the wire: no normalising of the path, no unpacking.
function ask(target, options = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: server.port, path: target, ...options });
    request.on('error', reject);
    request.on('response', async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    request.end();
  });
}

test('the page comes with a strict policy and is asked anew each time', async () => {
  const { status, headers, body } = await ask('/');
  assert.equal(status, 200);
  assert.match(body.toString(), /Atlas/);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(headers['content-security-policy'], /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(headers['content-security-policy'], /unsafe-inline|'unsafe-eval'/);
});

test('a hashed asset is packed where that is understood, and kept for ever', async () => {
  const packed = await ask(`/${HASHED}`, { headers: { 'Accept-Encoding': 'br, gzip' } });
  assert.equal(packed.headers['content-type'], 'application/wasm');
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.match(packed.headers['cache-control'], /immutable/);
  assert.equal(gunzipSync(packed.body).length, 2000);
  const plain = await ask(`/${HASHED}`);
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.length, 2000);
});

test('an unchanged file is not sent again', async () => {
  const { headers } = await ask('/');
  const again = await ask('/', { headers: { 'If-None-Match': headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('nothing outside the site is given', async () => {
  for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%5c..%5csecret.txt', '/%00', '/%']) {
    assert.equal((await ask(target)).status, 404, target);
  }
});

test('only reading is possible', async () => {
  assert.equal((await ask('/', { method: 'POST' })).status, 405);
  assert.equal((await ask('/', { method: 'HEAD' })).body.length, 0);
});

test('closing ends it, the requests are listed, and the port can be taken again', async () => {
  const root = path.join(folder, 'site');
  const first = await startServer({ root });
  await fetch(first.url);
  assert.deepEqual(
    first.requests.map(({ method, path: target, status }) => [method, target, status]),
    [['GET', '/', 200]],
  );
  await first.close();
  await assert.rejects(fetch(first.url));
  const second = await startServer({ root, port: first.port });
  assert.equal(second.port, first.port);
  await assert.rejects(startServer({ root, port: second.port }), { code: 'EADDRINUSE' });
  await second.close();
});

test('a time limit closes it', async () => {
  const limited = await startServer({ root: folder, timeLimitMs: 50 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await assert.rejects(fetch(limited.url));
});

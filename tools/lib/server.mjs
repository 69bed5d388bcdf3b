// A small static web server for the built site: `tools/serve`, the browser tests and the bench use it.
//
//   const server = await startServer({ root: 'build/site' });
//   server.url        'http://127.0.0.1:PORT/'
//   server.requests   what was asked so far: { method, path, status, bytes, gzip }
//   await server.close()   ends open connections too, as a lost network does
//
// Options: root (folder), port (0 or left out: a free one), timeLimitMs (closes by itself after it).
// Listens on this machine only. Rejects when the port is taken (error.code 'EADDRINUSE').
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { gzip as gzipCallback } from 'node:zlib';
import { promisify } from 'node:util';

const gzip = promisify(gzipCallback);
const HOST = '127.0.0.1';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/(wasm|json|manifest)|image\/svg)/;

// No inline script or style, nothing from elsewhere; WebAssembly may be compiled, text may not.
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

// Assets carry their content's hash in the name and never change; everything else is asked anew.
const HASHED_NAME = /\.[0-9a-f]{10,}\.[a-z0-9]+$/;

export async function startServer({ root, port = 0, timeLimitMs = 0 }) {
  const site = { root: path.resolve(root), packed: new Map(), requests: [] };
  const server = http.createServer((request, response) => {
    answer(site, request, response).catch(() => fail(site, request, response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const bound = server.address().port;
  const close = () =>
    new Promise((resolve) => {
      clearTimeout(limit);
      server.close(resolve);
      server.closeAllConnections();
    });
  const limit = timeLimitMs > 0 ? setTimeout(close, timeLimitMs) : undefined;
  return { url: `http://${HOST}:${bound}/`, port: bound, requests: site.requests, close };
}

async function answer(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return fail(site, request, response, 405, { Allow: 'GET, HEAD' });
  }
  const file = fileOf(site.root, request.url);
  const found = file && (await load(site, file));
  if (!found) return fail(site, request, response, 404);

  const headers = {
    ...SECURITY_HEADERS,
    'Content-Type': found.type,
    'Cache-Control': HASHED_NAME.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: found.etag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === found.etag) {
    return finish(site, request, response, 304, headers, null);
  }
  let body = found.plain;
  if (found.gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    body = found.gzip;
    headers['Content-Encoding'] = 'gzip';
  }
  headers['Content-Length'] = body.length;
  finish(site, request, response, 200, headers, body);
}

// The file that an address names, or undefined when it names none inside the root.
function fileOf(root, address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://site/').pathname);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  if (name.endsWith('/')) name += 'index.html';
  const file = path.join(root, name);
  return file.startsWith(root + path.sep) ? file : undefined;
}

// Reads a file once for each state it has on disk, and packs it as `gzip -9` does.
async function load(site, file) {
  const stat = await fs.stat(file).catch(() => undefined);
  if (!stat?.isFile()) return undefined;
  const state = `${stat.mtimeMs}:${stat.size}`;
  const known = site.packed.get(file);
  if (known?.state === state) return known;
  const plain = await fs.readFile(file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const entry = {
    state,
    type,
    plain,
    gzip: COMPRESSIBLE.test(type) ? await gzip(plain, { level: 9 }) : undefined,
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 20)}"`,
  };
  site.packed.set(file, entry);
  return entry;
}

function fail(site, request, response, status, headers = {}) {
  if (response.headersSent) return response.destroy();
  const body = Buffer.from(`${status} ${http.STATUS_CODES[status]}\n`);
  const type = { 'Content-Type': TYPES['.txt'], 'Content-Length': body.length };
  finish(site, request, response, status, { ...SECURITY_HEADERS, ...type, ...headers }, body);
}

function finish(site, request, response, status, headers, body) {
  site.requests.push({
    method: request.method,
    path: request.url,
    status,
    bytes: body?.length ?? 0,
    gzip: headers['Content-Encoding'] === 'gzip',
  });
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? null : body);
}

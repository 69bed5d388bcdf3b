// The last step of tools/serve: serves a built site and prints its address.
//   node serve.mjs --root DIR [--port N] [--page PATH] [--no-open] [--time-limit SECONDS]
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startServer } from './server.mjs';

const DEFAULT_PORT = 8377;
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    port: { type: 'string' },
    page: { type: 'string', default: '' },
    'no-open': { type: 'boolean', default: false },
    'time-limit': { type: 'string', default: '0' },
  },
});

const timeLimitMs = Number(values['time-limit']) * 1000;
const server = await listen(values.root, values.port);
console.log(`\nPartnership Atlas is at ${server.url}\nStop it with Ctrl+C.`);
if (!values['no-open']) openBrowser(new URL(values.page, server.url).href);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close());

// A port that somebody asked for is taken or refused; the usual one gives way to a free one.
async function listen(root, asked) {
  try {
    return await startServer({ root, port: Number(asked ?? DEFAULT_PORT), timeLimitMs });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (asked === undefined) return startServer({ root, timeLimitMs });
    console.error(`error: port ${asked} is in use; choose another with --port, or leave it out`);
    process.exit(1);
  }
}

function openBrowser(url) {
  const desktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!desktop) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // a desktop without xdg-open: the address is printed
  child.unref();
}

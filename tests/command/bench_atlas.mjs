// How long `atlas` takes: export of the built-in data, import of 100 000 actions, and files of 100 MB
// that are something else. Medians of five runs; the limits are those of the issue that asked for them.
//
//   node tests/command/bench_atlas.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [program] = process.argv.slice(2);
if (!program) throw new Error('give the atlas program');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-bench-'));
const file = (name) => path.join(folder, name);
const kRuns = 5;

// Milliseconds of the median run; every run must end with `code`.
function median(code, ...args) {
  const times = [];
  for (let i = 0; i < kRuns; ++i) {
    const begin = process.hrtime.bigint();
    const { status, stderr } = spawnSync(program, args, { maxBuffer: 1 << 30 });
    times.push(Number(process.hrtime.bigint() - begin) / 1e6);
    if (status !== code) throw new Error(`atlas ${args[0]} ended with ${status}: ${String(stderr).slice(0, 400)}`);
  }
  return times.sort((a, b) => a - b)[kRuns >> 1];
}

function row(what, value, limit, unit) {
  const kept = value <= limit ? '' : '   NOT KEPT';
  console.log(`${what.padEnd(46)} ${`${Math.round(value)} ${unit}`.padEnd(18)} ≤ ${limit} ${unit}${kept}`);
}

function actions(count) {
  const lines = ['Action id,Parent,Action,Owner,Start,Due,Status,RAG,Percent done,Cost,Note'];
  for (let i = 0; i < count; ++i) {
    lines.push(
      `,,"Action number ${i}, to be done",Head of Service ${i % 50},01/04/2026,31/03/2027,` +
        `In progress,On track,${i % 101}%,"£${((i % 9000) + 1).toLocaleString('en-GB')}",Note ${i}`,
    );
  }
  return lines.join('\r\n');
}

const kHundredMegabytes = 100_000_000;
const kGarbage = {
  'invalid UTF-8': () => Buffer.alloc(kHundredMegabytes, 0xfe),
  'brackets without end': () =>
    Buffer.concat([Buffer.from('{"format":"atlas-records/1","records":'), Buffer.alloc(kHundredMegabytes, '[')]),
  'one text without end': () =>
    Buffer.concat([Buffer.from('{"format":"atlas-records/1","records":["'), Buffer.alloc(kHundredMegabytes, 'x')]),
  'short lines of nothing': () => Buffer.alloc(kHundredMegabytes, 'a,b;c"\n'),
  'a quoted cell without end': () =>
    Buffer.concat([Buffer.from('Action id,Action\n,"'), Buffer.alloc(kHundredMegabytes, 'x,\n')]),
};

try {
  row('export of the built-in data as JSON', median(0, 'export', 'builtin', '--format', 'json', '-o', file('a.json')), 50, 'ms');
  fs.writeFileSync(file('actions.csv'), actions(100_000));
  row('import of 100 000 actions from CSV', median(0, 'import', file('actions.csv'), '-o', file('b.atlas')), 2000, 'ms');
  // As it lies in the program: what a download of it takes, packed again.
  median(0, 'import', file('a.json'), '-o', file('c.atlas'));
  row('built-in data, gzip -9', gzipSync(fs.readFileSync(file('c.atlas')), { level: 9 }).length / 1000, 120, 'KB');
  for (const [what, bytes] of Object.entries(kGarbage)) {
    fs.writeFileSync(file('garbage'), bytes());
    row(`100 MB: ${what}, import`, median(2, 'import', file('garbage'), '-o', file('x.atlas')), 1000, 'ms');
    row(`100 MB: ${what}, check`, median(2, 'check', file('garbage')), 1000, 'ms');
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

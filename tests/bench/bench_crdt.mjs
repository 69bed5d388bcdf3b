// Our engine, as wasm in node, beside Automerge, Yjs and Loro on the same trace files: `tools/bench crdt`.
//
//   node bench_crdt.mjs PROGRAM [--sizes 1000,10000,50000] [--repeats 3] [--peers FOLDER] [--only PEER,…]
//
// PROGRAM is atlas_crdt_replay.js. The peers' runner comes from the folder of peers where that lies beside the project
// (it is copied, never changed); without it ours is measured alone, and that is said. Every run is a process of its own;
// engines take turns, so that a busy spell of the machine hits all alike. Medians; a ratio is the best peer's figure by
// ours for times, memory and sizes (3 means that ours takes a third), and ours by theirs for rates.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, optionsOf, preparePeers, printLines, run, shown } from './beside_peers.mjs';

const kRateEdits = 300;
// Times of one change an edit are out of reach for Automerge's own interface beyond this.
const kAutomergeMost = 1000;
const kPeers = ['automerge', 'automerge-engine', 'yjs', 'yjs-nogc', 'loro'];

const [program, ...rest] = process.argv.slice(2);
if (!program) throw new Error('give the program that replays a trace');
const option = optionsOf(rest);
const sizes = option('sizes', '1000,10000,50000').split(',').map(Number);
const repeats = Number(option('repeats', '3'));
const only = option('only', kPeers.join(',')).split(',');
const folder = path.resolve('build/bench');
fs.mkdirSync(path.join(folder, 'ours'), { recursive: true });

// What is printed, and what of a peer's figures it is; `least` is the ratio that we are after.
const kColumns = [
  { name: 'build', unit: 'ms', of: (r) => r.build_ms, least: 3 },
  { name: 'edits/s, a change each', unit: '', of: (r) => r.edits_per_s, least: 3, rate: true },
  { name: 'edits/s, 100 a change', unit: '', of: (r) => r.batched?.edits_per_s, least: 3, rate: true },
  { name: 'merge three', unit: 'ms', of: (r) => r.merge_ms, least: 3 },
  { name: 'save after one edit', unit: 'ms', of: (r) => r.edit_save_ms ?? r.full_save_ms, least: 3 },
  { name: 'save from nothing', unit: 'ms', of: (r) => r.fresh_save_ms ?? r.full_save_ms },
  { name: 'open in a fresh process', unit: 'ms', of: (r) => r.opened?.cold_open_ms, least: 3 },
  { name: 'change set', unit: 'KiB', of: (r) => kib(r.delta_bundle_bytes ?? r.delta_bytes), least: 1 },
  { name: 'change set, gzip -9', unit: 'KiB', of: (r) => kib(r.delta_gz), least: 1 },
  { name: 'full history', unit: 'KiB', of: (r) => kib(r.full_bytes), least: 1 },
  { name: 'full history, gzip -9', unit: 'KiB', of: (r) => kib(r.full_gz), least: 1 },
  { name: 'without history', unit: 'KiB', of: (r) => kib(r.snap_bytes), least: 1 },
  { name: 'one open document', unit: 'MiB', of: (r) => r.opened?.open_MiB, least: 2 },
  { name: 'peak of the whole run', unit: 'MiB', of: (r) => r.peak_over_MiB, least: 2 },
  { name: 'groups out of sight', unit: '', of: (r) => r.groups_in_cycles },
];

// Why a column that is not won is as it is; said below a table in which that happens.
const kWhy = [
  [/gzip/, 'our bytes are packed already, a column at a time, so gzip takes nothing more off; the same bytes of ours serve size, save and open'],
  [/^build|^edits/, 'each of our edits is checked against the schema, entered in the indexes that screens read, and can be taken back before it is committed; peers set keys of a map'],
  [/^merge|^open/, 'every change that comes in is checked against what its author knew, and all indexes are ready when it returns'],
  [/^without/, 'our thin file merges with any copy, older ones included, so it says of each edit what it replaced; what peers save without history only takes what was made on top of it'],
  [/^one open|^peak/, 'every change of the history stays unpacked, so that looking back and taking back need no file; changes of one edit take some 200 bytes'],
];

function kib(bytes) {
  return bytes === undefined ? undefined : bytes / 1024;
}

function ours(...args) {
  return run(process.execPath, ['--no-experimental-fetch', path.resolve(program), ...args.map(String)]);
}

function measureOurs(n, trace) {
  const out = path.join(folder, 'ours');
  const file = (name) => fs.readFileSync(path.join(out, name));
  const row = ours('full', trace, 1, out);
  if (row.error) return row;
  row.delta_gz = gzipSync(file('delta.bin'), { level: 9 }).length;
  row.full_gz = gzipSync(file('full.bin'), { level: 9 }).length;
  row.opened = ours('open', path.join(out, 'full.bin'));
  row.rate = ours('rate', trace, kRateEdits);
  row.batched = ours('full', trace, 100, out);
  return row;
}

function measurePeer(peers, peer, n) {
  const one = (...args) =>
    run(process.execPath, ['--expose-gc', '--max-old-space-size=8192', 'crdt/run-one.mjs', peer, ...args.map(String)], peers);
  const row = one(n, 1);
  if (row.error) return row;
  row.opened = one(n, 1, 'load', `out/docs/${peer}-${n}-1.bin`);
  row.rate = one(n, 1, 'rate', kRateEdits);
  row.batched = one(n, 100);
  return row;
}

function printTable(n, rowsOf) {
  const engines = [...rowsOf.keys()];
  const peers = engines.filter((name) => name !== 'ours');
  const lines = [['', ...engines, 'ratio', 'wanted']];
  for (const { name, unit, of, least, rate } of kColumns) {
    const values = engines.map((engine) => median(rowsOf.get(engine).filter((r) => !r.error).map(of)));
    const own = values[engines.indexOf('ours')];
    const others = values.filter((value, i) => engines[i] !== 'ours' && value !== undefined);
    let ratio;
    if (others.length > 0 && own !== undefined && least) {
      ratio = rate ? own / Math.max(...others) : Math.min(...others) / own;
    }
    const kept = ratio === undefined ? '' : ratio >= least ? '' : ' NOT WON';
    lines.push([`${name}${unit && `, ${unit}`}`, ...values.map(shown), shown(ratio), least ? `≥ ${least}${kept}` : '']);
  }
  console.log(`\n${n.toLocaleString('en-GB')} actions, medians of ${repeats}${peers.length ? '' : ' (no peers beside the project)'}`);
  printLines(lines);
  const lost = lines.filter((line) => line.at(-1).endsWith('NOT WON')).map((line) => line[0]);
  for (const [columns, why] of kWhy) {
    const named = lost.filter((name) => columns.test(name));
    if (named.length > 0) console.log(`   Not won (${named.join('; ')}): ${why}.`);
  }
  for (const [engine, rows] of rowsOf) {
    for (const { error } of rows.filter((r) => r.error).slice(0, 1)) console.log(`   ${engine}: ${error}`);
    const wrong = rows.filter((r) => !r.error && !(r.settled_ok && r.converged)).length;
    if (wrong > 0) console.log(`   ${engine}: ${wrong} runs ended with other data than they should`);
  }
}

const peers = preparePeers(folder, option, 'crdt/run-one.mjs');
if (peers) fs.mkdirSync(path.join(peers, 'traces'), { recursive: true });
let right = true;
for (const n of sizes) {
  const trace = path.join(folder, `w${n}.tsv`);
  spawnSync(process.execPath, ['--no-experimental-fetch', path.resolve(program), 'make', String(n), trace]);
  const bytes = fs.readFileSync(trace);
  console.log(`w${n}.tsv: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
  const names = peers ? kPeers.filter((name) => only.includes(name) && (name !== 'automerge' || n <= kAutomergeMost)) : [];
  if (peers) fs.copyFileSync(trace, path.join(peers, `traces/w${n}.tsv`));
  const rowsOf = new Map(['ours', ...names].map((name) => [name, []]));
  for (let i = 0; i < repeats; ++i) {
    for (const [name, rows] of rowsOf) rows.push(name === 'ours' ? measureOurs(n, trace) : measurePeer(peers, name, n));
  }
  printTable(n, rowsOf);
  fs.writeFileSync(path.join(folder, `crdt-${n}.json`), JSON.stringify(Object.fromEntries(rowsOf), null, 1));
  right &&= rowsOf.get('ours').every((row) => !row.error && row.settled_ok && row.converged && row.same_bytes);
}
process.exitCode = right ? 0 : 1;

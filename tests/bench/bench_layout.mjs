// Our tidy tree, as wasm in node, beside d3-hierarchy and d3-flextree on the same trees: `tools/bench layout`.
//
//   node bench_layout.mjs PROGRAM [--sizes 1000,…] [--repeats 3] [--peers FOLDER]
//
// PROGRAM is atlas_layout_times.js. The peers' runner comes from the folder of peers where that lies beside the project
// (it is copied, never changed); without it ours is measured alone, and that is said. Every run is a process of its own
// that gives the median of many layouts; engines take turns, and of their runs the median counts. A ratio is the peer's
// time by ours. "In order" is what the layout itself takes, of nodes in the form in which each engine wants them;
// "from parents" is with what it takes to bring a list of parents into that form, for us with every card's rectangle
// (tidy_tree with rows only).
import fs from 'node:fs';
import path from 'node:path';
import { median, optionsOf, preparePeers, printLines, run, shown } from './beside_peers.mjs';

const [program, ...rest] = process.argv.slice(2);
if (!program) throw new Error('give the program that lays out trees');
const option = optionsOf(rest);
const sizes = option('sizes', '1000,10000,100000,1000000').split(',').map(Number);
const repeats = Number(option('repeats', '3'));
const folder = path.resolve('build/bench');
fs.mkdirSync(folder, { recursive: true });

// From this many nodes on a ratio is wanted.
const kLeastNodes = 10000;
const kCases = [
  { nodes: 'of one size', size: 'fixed', peer: 'd3-hierarchy', least: 5 },
  { nodes: 'of different sizes', size: 'varied', peer: 'd3-flextree', lib: 'd3-flextree-varied', least: 80 },
];
const kShapes = ['random', 'balanced8'];

const peers = preparePeers(folder, option, 'layout/bench.mjs');

const ours = (shape, n, size) => run(process.execPath, ['--no-experimental-fetch', path.resolve(program), shape, String(n), size]);
const theirs = (lib, shape, n) => run(process.execPath, ['--max-old-space-size=8192', 'layout/bench.mjs', '--one', lib, shape, String(n)], peers);

function figures(rows) {
  const of = (name) => median(rows.map((row) => row[name]));
  const layout = of('layout_ms');
  return { layout, all: of('all_ms') ?? layout + of('prep_ms'), width: of('width'), error: rows.find((row) => row.error)?.error };
}

let right = true;
const all = [];
for (const { nodes, size, peer, lib, least } of kCases) {
  const lines = [['tree', 'nodes', 'ours, ms', 'ns a node', `${peer}, ms`, 'ratio', 'ours from parents, ms', `${peer}, ms`, 'ratio', 'wanted, in order']];
  const notes = [];
  for (const shape of kShapes) {
    for (const n of sizes) {
      const own = [];
      const other = [];
      for (let i = 0; i < repeats; ++i) {
        own.push(ours(shape, n, size));
        if (peers) other.push(theirs(lib ?? peer, shape, n));
      }
      const mine = figures(own);
      const peers_ = peers ? figures(other) : {};
      all.push({ shape, n, size, ours: own, [peer]: other });
      const ratio = peers_.layout && peers_.layout / mine.layout;
      const wanted = n < kLeastNodes || !ratio ? '' : `≥ ${least}${ratio >= least ? '' : ' NOT WON'}`;
      lines.push([shape, n.toLocaleString('en-GB').replaceAll(',', ' '), shown(mine.layout), shown((mine.layout * 1e6) / n), shown(peers_.layout), shown(ratio),
        shown(mine.all), shown(peers_.all), shown(peers_.all && peers_.all / mine.all), wanted]);
      if (mine.error) notes.push(`   ours: ${mine.error}`);
      if (peers_.error) notes.push(`   ${peer}, ${shape}, ${n}: ${peers_.error}`);
      // The same rule of drawing makes the same picture.
      const same = !peers_.width || Math.abs(mine.width - peers_.width) <= 1e-4 * peers_.width;
      if (!same) notes.push(`   ${shape}, ${n}: ours is ${shown(mine.width)} wide, theirs ${shown(peers_.width)}`);
      right &&= !mine.error && same;
    }
  }
  console.log(`\nNodes ${nodes}, medians of ${repeats} processes${peers ? '' : ' (no peers beside the project)'}`);
  printLines(lines);
  for (const note of notes) console.log(note);
}
fs.writeFileSync(path.join(folder, 'layout.json'), JSON.stringify(all, null, 1));
process.exitCode = right ? 0 : 1;

// What the benches that run beside peers share: processes, the peers' own folder, figures in a table.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const kLimitMs = 460000;

// Looks up `--name value` among arguments.
export function optionsOf(args) {
  return (name, otherwise) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : args[at + 1];
  };
}

// The last line that a process printed, as JSON; {error} when there is none.
export function run(command, args, cwd) {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd, encoding: 'utf8', timeout: kLimitMs, killSignal: 'SIGKILL', maxBuffer: 1 << 26,
  });
  try {
    const row = JSON.parse(stdout.trim().split('\n').pop());
    return status === 0 && !row.partial ? row : { ...row, error: `ended with ${status ?? error?.code}` };
  } catch {
    return { error: String(error?.code ?? stderr).trim().slice(-200) };
  }
}

// A copy of the peers with their packages in `folder`; without the runner beside the project null, and that is said.
export function preparePeers(folder, option, runner) {
  const from = path.resolve(option('peers', '../shared/peers'));
  if (!fs.existsSync(path.join(from, runner))) {
    console.log('The folder of peers is not beside the project: ours alone.');
    return null;
  }
  const to = path.join(folder, 'peers');
  if (!fs.existsSync(to)) fs.cpSync(from, to, { recursive: true });
  spawnSync('chmod', ['-R', 'u+w', to]);
  if (!fs.existsSync(path.join(to, 'node_modules'))) {
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: to, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the peers' packages cannot be installed: ${stderr.slice(-400)}`);
  }
  return to;
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function shown(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 1000) return Math.round(value).toLocaleString('en-GB').replaceAll(',', ' ');
  if (value > 0 && value < 0.1) return value.toPrecision(2);
  return value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2);
}

// Columns side by side: the first and the last from the left, figures from the right.
export function printLines(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) {
    console.log(line.map((cell, i) => (i === 0 || i === line.length - 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
  }
}

// tools/check_sources finds the figures of papers that no record has. The papers here are made up: the
// real ones are not part of the project.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kPapers = {
  'darlington-annual-review-significant-partnerships-2008-09.md': '1. Nothing.\n',
  'darlington-community-partnerships-review-2009.md': '1. Nothing.\n',
  'county-durham-partnership-review-2011.md': '1. Nothing.\n',
  'darlington-partnership-presentation-2012.md': '#### How it is organised - priorities\n',
  'darlington-partnership-working-cabinet-2021.md': '1. Nothing.\n',
};
let folder;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-papers-'));
});
after(() => fs.rmSync(folder, { recursive: true }));

function check(paper, text) {
  for (const [name, nothing] of Object.entries(kPapers)) {
    fs.writeFileSync(path.join(folder, name), `> What it is, in 1 line.\n\n${nothing}`);
  }
  if (paper) fs.appendFileSync(path.join(folder, paper), text);
  const { stdout, status } = spawnSync('python3', [path.join(root, 'tools/check_sources'), folder], { encoding: 'utf8' });
  const missing = stdout.split('\n').filter((line) => line.startsWith('source/'));
  return { status, missing: missing.map((line) => line.split('\t')[2]), stdout };
}

const k2012 = 'darlington-partnership-presentation-2012.md';
const k2011 = 'county-durham-partnership-review-2011.md';

test('papers without figures miss none', () => {
  assert.deepEqual(check().missing, []);
});

test('a figure stands in a record of its own place, or it is missing', () => {
  assert.deepEqual(check(k2012, '- Long term (2025) priorities\n').missing, []);
  assert.deepEqual(check(k2012, '- Long term (2031) priorities\n').missing, ['2031']);
  // Of another slide of the same paper.
  assert.deepEqual(check(k2012, '#### Partnership Communications\n- 2025\n').missing, ['2025']);
});

test('amounts, percentages, dates, words and grouped digits are understood', () => {
  const text = (number, words) => `\n${number}. ${words}\n`;
  const before18 = Array.from({ length: 16 }, (_, i) => text(i + 2, 'Nothing.')).join('');
  const found = check(k2011, `${before18}${text(18, '£6.6m, 78% and more than 5,000, from 20% to 40%, then 6.7m, 79% and 5,001')}`);
  assert.deepEqual(found.missing, ['6.7', '79', '5,001']);
  assert.deepEqual(check(k2011, text(2, 'Nothing.') + text(3, 'four key questions, seven others')).missing, ['seven']);
  assert.deepEqual(check(null).missing, []);
});

test('the exit code says whether anything is missing', () => {
  assert.equal(check(k2012, '- 2031\n').status, 1);
  assert.match(check().stdout, /All: \d+ covered, \d+ excepted, 0 missing/);
});

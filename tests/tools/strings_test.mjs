// The packer of the table of words and its lint: what they refuse, and what they let pass.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PACKER = path.join(ROOT, 'tools/strings/pack_strings.py');
let folder;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-strings-'));
});
after(() => fs.rmSync(folder, { recursive: true }));

function pack(table) {
  const file = path.join(folder, 'table.json');
  fs.writeFileSync(file, table);
  const run = spawnSync('python3', [PACKER, file, '--out', folder], { encoding: 'utf8' });
  return { ok: run.status === 0, said: run.stderr };
}

// Runs Python with the lint at hand and returns what it prints, as JSON.
function lint(expression) {
  const program = `import json, sys; sys.path.insert(0, ${JSON.stringify(path.join(ROOT, 'tools/lint'))})
import strings; print(json.dumps(${expression}))`;
  const run = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

test('a good table becomes an enum and its texts', () => {
  assert.deepEqual(pack('{"save_file": "Save “it”", "saved_one": "{0} file", "saved_many": "{0} files"}'), {
    ok: true,
    said: '',
  });
  const header = fs.readFileSync(path.join(folder, 'strings.hpp'), 'utf8');
  assert.match(header, /kSaveFile,\s+kSavedOne,\s+kSavedMany,/);
  assert.match(header, /kTextCount = 3;/);
  assert.match(fs.readFileSync(path.join(folder, 'strings.cpp'), 'utf8'), /"Save “it”",/);
});

test('packing the same table again leaves the files alone', () => {
  pack('{"save_file": "Save"}');
  const before = fs.statSync(path.join(folder, 'strings.hpp')).mtimeMs;
  pack('{"save_file": "Keep"}');
  assert.equal(fs.statSync(path.join(folder, 'strings.hpp')).mtimeMs, before);
  assert.match(fs.readFileSync(path.join(folder, 'strings.cpp'), 'utf8'), /"Keep",/);
});

for (const [what, table, sentence] of [
  ['a key twice', '{"a": "One", "a": "Two"}', /there twice: a/],
  ['a key that is no key', '{"Save-file": "Save"}', /snake_case/],
  ['an empty text', '{"a": ""}', /a: it is empty/],
  ['a space at the end', '{"a": "Save "}', /spaces too many/],
  ['a line break', '{"a": "Save\\nit"}', /line break/],
  ['a gap in the placeholders', '{"a": "{0} of {2}"}', /without a gap/],
  ['a brace alone', '{"a": "{name}"}', /placeholder only/],
  ['an e-mail sign', '{"a": "me@here"}', /e-mail sign/],
  ['a plural without its singular', '{"a_many": "{0} files"}', /a_one is missing/],
  ['a plural that does not count', '{"a_one": "A file", "a_many": "Files"}', /how many/],
  ['two keys with one name', '{"a_b1": "One", "a_b_1": "Two"}', /one name in C\+\+/],
  ['what is not JSON', '{"a": }', /not JSON/],
]) {
  test(`the packer refuses ${what}`, () => {
    const { ok, said } = pack(table);
    assert.equal(ok, false);
    assert.match(said, sentence);
  });
}

const literals = (code) =>
  lint(`len(list(strings.check_literals("src/ui/x.cpp", strings.without_comments(${JSON.stringify(code)}))))`);

test('the lint finds words in sources', () => {
  for (const code of ['"Save"', '"save it"', 'x + ", " + y', '"lead " + name', "'\"'; \"Save\"", '"“" + "x is y”"', 'return "Home";']) {
    assert.ok(literals(code) > 0, code);
  }
});

test('the lint lets pass what is for the program', () => {
  for (const code of [
    '// says "Save it"',
    'ui.id("A node")',
    'const Ui::Scope scope(ui, "The rows");',
    '{.id = "empty fields"}',
    'key->key == "ArrowDown"',
    '{"Enter", "Home"}',
    '.key = "Delete"',
    '"w/"',
    '"base-"',
    '#include "Some File.hpp"',
  ]) {
    assert.equal(literals(code), 0, code);
  }
});

test('the lint counts arguments', () => {
  const check = (code) =>
    lint(`list(strings.check_uses("x.cpp", ${JSON.stringify(code)}, {"kPair": "{0} of {1}", "kPlain": "Plain"}))`);
  for (const good of ['tr(Text::kPair, {f(a, b), "c, d"})', 'tr(Text::kPlain)', 'tr(b ? Text::kPair : Text::kPlain)']) {
    assert.deepEqual(check(good), [], good);
  }
  for (const bad of ['tr(Text::kPair)', 'tr(Text::kPair, {a})', 'tr(Text::kPlain, {a})', 'tr(Text::kGone)']) {
    assert.equal(check(bad).length, 1, bad);
  }
});

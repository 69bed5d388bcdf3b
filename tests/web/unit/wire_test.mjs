import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { kCursors, readFrameReport } from '../../../web/src/frame_report.js';
import { readPatches } from '../../../web/src/mirror/wire.js';

// Writes what src/semantics/wire.hpp and src/platform/web/frame_report.hpp describe.
class Writer {
  parts = [];
  #number(size, set, value) {
    const view = new DataView(new ArrayBuffer(size));
    view[set](0, value, true);
    this.parts.push(new Uint8Array(view.buffer));
    return this;
  }
  u8 = (v) => this.#number(1, 'setUint8', v);
  u16 = (v) => this.#number(2, 'setUint16', v);
  u32 = (v) => this.#number(4, 'setUint32', v);
  i32 = (v) => this.#number(4, 'setInt32', v);
  f32 = (v) => this.#number(4, 'setFloat32', v);
  f64 = (v) => this.#number(8, 'setFloat64', v);
  id = (v) => this.u32(Number(v & 0xffffffffn)).u32(Number(v >> 32n));
  text(v) {
    const bytes = new TextEncoder().encode(v);
    this.u32(bytes.length).parts.push(bytes);
    return this;
  }
  // At an odd place in a larger buffer, as in the core's memory.
  bytes() {
    const all = Buffer.concat([Buffer.from([0xff]), ...this.parts, Buffer.from([0xff])]);
    return new Uint8Array(all.buffer, all.byteOffset + 1, all.length - 2);
  }
}

const kNode = 0xfedcba9876543210n;

test('every kind of patch and every field is read', () => {
  const bytes = new Writer()
    .u32(4)
    .u8(1).id(kNode).id(1n).id(0n).u16(0x1ff)
    .u8(13).text('Nôte').text('£5 – 😀').text('שלום').u32(2).u16(3)
    .i32(4).i32(5).i32(6).i32(7).f32(1).f32(2.5).f32(3).f32(4)
    .u8(2).id(2n).id(1n).id(kNode)
    .u8(3).id(kNode).u16(1 << 4).u32(0)
    .u8(4).id(2n)
    .bytes();
  const [insert, move, update, remove] = readPatches(bytes);
  assert.deepEqual(insert, {
    kind: 'insert', id: kNode, parent: 1n, after: 0n,
    fields: {
      role: 'textbox', name: 'Nôte', value: '£5 – 😀', description: 'שלום', states: 2, level: 3,
      row: 4, column: 5, rows: 6, columns: 7, rect: { x: 1, y: 2.5, width: 3, height: 4 },
    },
  });
  assert.deepEqual(move, { kind: 'move', id: 2n, parent: 1n, after: kNode, fields: {} });
  assert.deepEqual(update, { kind: 'update', id: kNode, parent: 0n, after: 0n, fields: { states: 0 } });
  assert.deepEqual(remove, { kind: 'remove', id: 2n, parent: 0n, after: 0n, fields: {} });
});

test('bytes that end too early are refused', () => {
  const whole = new Writer().u32(1).u8(3).id(1n).u16(2).text('abc').bytes();
  for (let length = 0; length < whole.length; ++length) {
    assert.throws(() => readPatches(whole.subarray(0, length)), RangeError);
  }
});

test('every cursor of the core has a name in CSS, in its order', () => {
  const header = fs.readFileSync(new URL('../../../src/ui/interface.hpp', import.meta.url), 'utf8');
  const [, body] = /enum class Cursor[^{]*{([^}]*)}/.exec(header);
  const names = body.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const css = {
    kDefault: 'default', kPointer: 'pointer', kText: 'text', kGrab: 'grab', kGrabbing: 'grabbing',
    kResizeColumn: 'col-resize', kResizeRow: 'row-resize', kNotAllowed: 'not-allowed',
  };
  assert.deepEqual(kCursors, names.map((name) => css[name]));
});

test('a frame report gives the edit and leaves the patches', () => {
  const bytes = new Writer()
    .f64(-1).u8(2).u8(1).text('Atlas').u8(1)
    .id(kNode).f64(7).u8(5).f32(1).f32(2).f32(3).f32(4).f32(16)
    .text('Note').text('é').text('text').text('Add')
    .u32(0)
    .bytes();
  const report = readFrameReport(bytes);
  assert.equal(report.nextFrameMs, -1);
  assert.equal(report.cursor, 'text');
  assert.equal(report.theme, 'dark');
  assert.equal(report.title, 'Atlas');
  assert.deepEqual(report.textEdit, {
    node: kNode, serial: 7, rect: { x: 1, y: 2, width: 3, height: 4 }, fontPx: 16,
    label: 'Note', value: 'é', inputMode: 'text', hint: 'Add',
    multiline: true, search: false, selectAll: true,
  });
  assert.deepEqual(readPatches(report.patches), []);
});

// Reads what a frame tells the page (src/platform/web/frame_report.hpp). `patches` is a view into
// the core's memory, good until the next call.
import { ByteReader } from './byte_reader.js';

export const kCursors = [
  'default', 'pointer', 'text', 'grab', 'grabbing', 'col-resize', 'row-resize', 'not-allowed',
];
export const kThemes = ['light', 'dark', 'contrast'];

export function readFrameReport(bytes) {
  const reader = new ByteReader(bytes);
  const nextFrameMs = reader.f64();
  const cursor = kCursors[reader.u8()] ?? 'default';
  const theme = kThemes[reader.u8()] ?? 'light';
  const title = reader.text();
  const textEdit = reader.u8() === 1 ? readTextEdit(reader) : null;
  return { nextFrameMs, cursor, theme, title, textEdit, patches: reader.rest() };
}

function readTextEdit(reader) {
  const node = reader.u64();
  const serial = reader.f64();
  const flags = reader.u8();
  const rect = { x: reader.f32(), y: reader.f32(), width: reader.f32(), height: reader.f32() };
  const fontPx = reader.f32();
  const label = reader.text();
  const value = reader.text();
  const inputMode = reader.text();
  const hint = reader.text();
  const multiline = (flags & 1) !== 0;
  const search = (flags & 2) !== 0;
  const selectAll = (flags & 4) !== 0;
  return { node, serial, rect, fontPx, label, value, inputMode, hint, multiline, search, selectAll };
}

// Reads patches of the semantic tree (src/semantics/wire.hpp). Ids are bigints; 0n stands for none.
import { ByteReader } from '../byte_reader.js';
import { kRoles } from './roles.js';

export const kPatchKinds = [null, 'insert', 'move', 'update', 'remove'];

// Each patch: {kind, id, parent, after, fields}; `fields` holds those that the patch carries:
// role, name, value, description, states, level, row, column, rows, columns, rect.
export function readPatches(bytes) {
  const reader = new ByteReader(bytes);
  return Array.from({ length: reader.u32() }, () => readPatch(reader));
}

function readPatch(reader) {
  const kind = kPatchKinds[reader.u8()];
  const id = reader.u64();
  const placed = kind === 'insert' || kind === 'move';
  const parent = placed ? reader.u64() : 0n;
  const after = placed ? reader.u64() : 0n;
  const fields = kind === 'insert' || kind === 'update' ? readFields(reader) : {};
  return { kind, id, parent, after, fields };
}

function readFields(reader) {
  const mask = reader.u16();
  const fields = {};
  const has = (bit) => (mask & (1 << bit)) !== 0;
  if (has(0)) fields.role = kRoles[reader.u8()] ?? 'group';
  if (has(1)) fields.name = reader.text();
  if (has(2)) fields.value = reader.text();
  if (has(3)) fields.description = reader.text();
  if (has(4)) fields.states = reader.u32();
  if (has(5)) fields.level = reader.u16();
  if (has(6)) [fields.row, fields.column] = [reader.i32(), reader.i32()];
  if (has(7)) [fields.rows, fields.columns] = [reader.i32(), reader.i32()];
  if (has(8)) {
    fields.rect = { x: reader.f32(), y: reader.f32(), width: reader.f32(), height: reader.f32() };
  }
  return fields;
}

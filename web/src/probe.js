// For tests and measurements: window.atlasProbe, read-only counters and the semantic tree as the core
// has it, without the mirror.
import { kState } from './mirror/roles.js';
import { readPatches } from './mirror/wire.js';

export function publishProbe(core, loop, store, view) {
  const read = {
    frames: () => loop.counts.frames,
    drawCpuMs: () => loop.counts.drawCpuMs,
    mirrorCpuMs: () => loop.counts.mirrorCpuMs,
    lastFrameAt: () => loop.counts.lastFrameAt,
    firstFrameAt: () => loop.counts.firstFrameAt,
    lastFlushMs: () => store.lastFlushMs,
    view: () => view,
  };
  const probe = { tree: () => treeOf(readPatches(core.tree())) };
  for (const [name, get] of Object.entries(read)) {
    Object.defineProperty(probe, name, { get, enumerable: true });
  }
  Object.defineProperty(window, 'atlasProbe', { value: Object.freeze(probe) });
}

// In reading order: {id, parent (index, -1 for the root), role (as ARIA names it), name, value,
// description, states (names), level, rowIndex, columnIndex, rowCount, columnCount, rect}.
function treeOf(inserts) {
  const nodes = inReadingOrder(inserts);
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  return nodes.map(({ id, parent, fields }) => {
    const { name = '', value = '', description = '', level = 0, row = 0, column = 0 } = fields;
    const { rows = 0, columns = 0, rect = { x: 0, y: 0, width: 0, height: 0 } } = fields;
    const states = Object.keys(kState).filter((state) => (fields.states ?? 0) & kState[state]);
    return {
      id: id.toString(16),
      parent: places.get(parent) ?? -1,
      role: fields.role,
      name, value, description, states, level, rect,
      rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns,
    };
  });
}

// Inserts come level by level, siblings in their order.
function inReadingOrder(inserts) {
  const below = new Map();
  for (const insert of inserts) {
    if (!below.has(insert.parent)) below.set(insert.parent, []);
    below.get(insert.parent).push(insert);
  }
  const ordered = [];
  const visit = (insert) => {
    ordered.push(insert);
    for (const child of below.get(insert.id) ?? []) visit(child);
  };
  for (const root of below.get(0n) ?? []) visit(root);
  return ordered;
}

// A list of nodes as text, one a line, indented by nesting: what a failed test shows, and what two
// states of the app are compared by. Much like dump() of src/semantics/text_dump.hpp.
const kLongest = 400; // lines

export function describeNodes(nodes) {
  const depth = [];
  const lines = nodes.map((node) => {
    depth[node.index] = node.parent < 0 ? 0 : depth[node.parent] + 1;
    return '  '.repeat(depth[node.index]) + describeNode(node);
  });
  const left = lines.length - kLongest;
  return left > 0 ? [...lines.slice(0, kLongest), `… and ${left} more`].join('\n') : lines.join('\n');
}

export function describeNode({ role, name, value, states }) {
  const parts = [role];
  if (name) parts.push(`“${name}”`);
  if (value) parts.push(`value “${value}”`);
  const told = states.filter((state) => state !== 'focusable');
  return [...parts, ...told].join(' ');
}

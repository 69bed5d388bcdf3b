// Read-only counters for tests and measurements: window.atlasProbe.
export function publishProbe(loop, store, view) {
  const read = {
    frames: () => loop.counts.frames,
    drawCpuMs: () => loop.counts.drawCpuMs,
    mirrorCpuMs: () => loop.counts.mirrorCpuMs,
    lastFrameAt: () => loop.counts.lastFrameAt,
    firstFrameAt: () => loop.counts.firstFrameAt,
    lastFlushMs: () => store.lastFlushMs,
    view: () => view,
  };
  const probe = {};
  for (const [name, get] of Object.entries(read)) {
    Object.defineProperty(probe, name, { get, enumerable: true });
  }
  Object.defineProperty(window, 'atlasProbe', { value: Object.freeze(probe) });
}

// What the core may ask of the page (src/platform/web/host.hpp).
import { rasterise } from './rasteriser.js';

export function makeHost(store, files) {
  return {
    database: (path) => store.database(path),
    flush: (ticket) => store.flush(ticket),
    owns: (path) => store.owns(path),
    saveFile: (name, mime, bytes) => files.save(name, mime, bytes),
    requestOpen: () => files.open(),
    requestOpenFolder: () => files.openFolder(),
    rasterise,
  };
}

// Where the built site is.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const kUsual = fileURLToPath(new URL('../../../build/site', import.meta.url));

export function siteOf(given) {
  const folder = path.resolve(given ?? kUsual);
  if (fs.existsSync(path.join(folder, 'index.html'))) return folder;
  throw new Error(`${folder} holds no site; tools/serve --build-only DIR makes one`);
}

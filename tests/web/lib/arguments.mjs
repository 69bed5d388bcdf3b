// Options that the measuring and picture-taking programs have in common.
import { parseArgs } from 'node:util';
import { siteOf } from './site.mjs';

export function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dir: { type: 'string' }, site: { type: 'string' }, browser: { type: 'string', default: 'chromium' } },
  });
  return { site: siteOf(values.dir ?? values.site), browser: values.browser, positionals };
}

// Makes the site that is served: node bundle.mjs OUT [--wasm DIR] [--notices FILE]
//
// From what Emscripten wrote (atlas.js, atlas.wasm) and from web/:
//   web/src/main.js      the entry of the page's script, bundled into app.HASH.js
//   web/src/main.css     bundled into app.HASH.css (where it exists)
//   web/static/*         copied as it is (icons, for instance)
//   web/index.html, web/sw.js, web/manifest.webmanifest   with these placeholders filled:
//     %APP_JS% %APP_CSS% %ATLAS_JS% %ATLAS_WASM%   names of the files, relative to the page
//     %ASSETS%    JSON array of everything that the app needs offline, './' being the page
//     %BUILD_ID%  hash over the whole site: two builds with one id are the same bytes
// The same names are known in web/src as __ATLAS_JS__ and __ATLAS_WASM__ (strings).
// OUT also gets notices.txt and build.json (sizes, and the list of files that the next run may remove).
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WEB = path.join(ROOT, 'web');
const esbuild = createRequire(path.join(WEB, 'package.json'))('esbuild');
const TARGET = 'es2022';
const TEMPLATES = ['manifest.webmanifest', 'index.html', 'sw.js'];
const LIST = 'build.json';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wasm: { type: 'string', default: path.join(ROOT, 'build/wasm-release/src/platform/web') },
    notices: { type: 'string', default: path.join(ROOT, 'build/notices.txt') },
  },
});
if (positionals.length !== 1) throw new Error('bundle.mjs takes one folder to write to');

// import(__ATLAS_JS__) names a file of the site, not one of web/.
const emscriptenOutputStaysOutside = {
  name: 'emscripten-output',
  setup(build) {
    build.onResolve({ filter: /^\.\/atlas\.[0-9a-f]+\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

try {
  const files = await makeFiles(values.wasm, values.notices);
  writeFolder(path.resolve(positionals[0]), files);
  report(files);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

async function makeFiles(wasmFolder, notices) {
  const made = new Map(); // name in the site → bytes
  const names = {};
  const addHashed = (key, stem, extension, bytes) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    names[key] = `${stem}.${hash}.${extension}`;
    made.set(names[key], Buffer.from(bytes));
  };

  addHashed('ATLAS_WASM', 'atlas', 'wasm', fs.readFileSync(path.join(wasmFolder, 'atlas.wasm')));
  addHashed('ATLAS_JS', 'atlas', 'js', await minified(path.join(wasmFolder, 'atlas.js')));
  for (const output of await bundled(names)) {
    const css = output.path.endsWith('.css');
    addHashed(css ? 'APP_CSS' : 'APP_JS', 'app', css ? 'css' : 'js', output.contents);
  }
  for (const [name, bytes] of staticFiles(path.join(WEB, 'static'))) made.set(name, bytes);
  made.set('notices.txt', fs.readFileSync(notices));
  fillTemplates(made, names);
  return made;
}

async function minified(file) {
  const text = fs.readFileSync(file, 'utf8');
  const options = { minify: true, target: TARGET, legalComments: 'none', charset: 'utf8' };
  return (await esbuild.transform(text, options)).code;
}

async function bundled(names) {
  const entries = ['src/main.js', 'src/main.css'].map((f) => path.join(WEB, f));
  const result = await esbuild.build({
    entryPoints: entries.filter((f) => fs.existsSync(f)),
    outdir: WEB,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [emscriptenOutputStaysOutside],
    define: {
      __ATLAS_JS__: JSON.stringify(`./${names.ATLAS_JS}`),
      __ATLAS_WASM__: JSON.stringify(`./${names.ATLAS_WASM}`),
    },
  });
  return result.outputFiles;
}

function staticFiles(folder, prefix = '') {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return staticFiles(file, `${prefix}${entry.name}/`);
      return [[prefix + entry.name, fs.readFileSync(file)]];
    });
}

function fillTemplates(made, names) {
  const templates = TEMPLATES.filter((name) => fs.existsSync(path.join(WEB, name)));
  const text = Object.fromEntries(
    templates.map((name) => [name, fs.readFileSync(path.join(WEB, name), 'utf8')]),
  );
  const offline = ['./', ...made.keys(), ...templates.filter((name) => name === TEMPLATES[0])];
  const values = { ...names, ASSETS: JSON.stringify(offline), BUILD_ID: buildId(made, text) };
  for (const name of templates) made.set(name, Buffer.from(filled(name, text[name], values)));
}

function buildId(made, text) {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...made, ...Object.entries(text)].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

function filled(name, text, values) {
  return text.replace(/%([A-Z]+(?:_[A-Z]+)*)%/g, (whole, key) => {
    if (!(key in values)) throw new Error(`web/${name} asks for ${whole}, which the bundle does not have`);
    return values[key];
  });
}

// Replaces what an earlier run wrote, and refuses a folder that holds anything else.
function writeFolder(out, site) {
  const list = path.join(out, LIST);
  if (fs.existsSync(list)) {
    for (const name of Object.keys(JSON.parse(fs.readFileSync(list, 'utf8')).files)) {
      if (!site.has(name)) fs.rmSync(path.join(out, name), { force: true });
    }
  } else if (fs.existsSync(out) && fs.readdirSync(out).length > 0) {
    throw new Error(`${out} is not empty and was not made by this tool; name an empty or new folder`);
  }
  const sizes = {};
  for (const [name, bytes] of site) {
    const file = path.join(out, name);
    sizes[name] = { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
  fs.writeFileSync(list, `${JSON.stringify({ files: sizes }, null, 1)}\n`);
}

function report(site) {
  const packed = [...site.values()].reduce((sum, b) => sum + gzipSync(b, { level: 9 }).length, 0);
  console.log(`   ${site.size} files, ${(packed / 1024).toFixed(0)} KB when packed (gzip -9)`);
}

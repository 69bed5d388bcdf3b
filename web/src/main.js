// The page: fetches the core and the person's work at the same time, then joins the two and draws.
import { watchCanvasSize } from './canvas_size.js';
import { listenToClipboard } from './clipboard.js';
import { listenToContextMenu } from './context_menu.js';
import { Core } from './core.js';
import { Files } from './files.js';
import { FrameLoop } from './frame.js';
import { makeHost } from './host.js';
import { listenToKeys } from './keyboard_input.js';
import { Mirror } from './mirror/mirror.js';
import { watchOffline } from './offline.js';
import { watchOnScreenKeyboard } from './on_screen_keyboard.js';
import { listenToPointers, listenToWheel } from './pointer_input.js';
import { watchPreferences } from './preferences.js';
import { publishProbe } from './probe.js';
import { StartUp } from './start_up.js';
import { Store } from './store/store.js';
import { TextOverlay } from './text_overlay.js';
import { kPlainSize, wantedScreen, wantedView } from './view.js';

const kPlaceWhileMovingMs = 100;
const startUp = new StartUp();
start().catch((error) => startUp.fail(error));

async function start() {
  const store = openStore();
  const files = new Files();
  const host = makeHost(store, files);
  const [wasm, identity] = await Promise.all([loadWasm(host), store.open()]);
  await store.attach(wasm.ATLASFS, host);

  const core = new Core(wasm, {
    onInput: () => page.loop.request(),
    onHand: () => page.loop.workAhead(),
  });
  addFonts(core);
  const wanted = wantedView(window.location.search);
  const webgl = core.start(wanted !== 'plain');
  const view = webgl ? wanted : 'plain';
  document.documentElement.dataset.view = view;

  const page = makePage(core, view);
  connect(core, store, files, page, view);
  watchPreferences((system) => core.preferencesChanged(system));
  core.storeReady(identity);
  const screen = wantedScreen(window.location.search);
  if (screen) core.showScreen(screen);
  page.loop.run();
  startUp.done();
  store.begin();
  markFirstUsefulFrame();
  publishProbe(core, page.loop, store, view);
  watchOffline((state) => core.networkChanged(state));
}

function openStore() {
  return new Store(
    {
      indexedDB: accessible(() => window.indexedDB),
      locks: navigator.locks,
      storage: navigator.storage,
      secure: window.isSecureContext,
      makeChannel: (name) => new BroadcastChannel(name),
    },
    { onFlushDone: () => {}, onArrived: () => {}, onLost: () => {}, onFacts: () => {} },
  );
}

// Where storage is switched off even looking at it throws.
function accessible(get) {
  try {
    return get() ?? null;
  } catch {
    return null;
  }
}

async function loadWasm(host) {
  const compiled = WebAssembly.compileStreaming(fetch(new URL(__ATLAS_WASM__, document.baseURI)));
  compiled.catch(() => {}); // awaited below; the module may fail to load first
  const { default: createAtlas } = await import(new URL(__ATLAS_JS__, document.baseURI).href);
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      compiled
        .then((module) => WebAssembly.instantiate(module, imports).then((i) => done(i, module)))
        .catch(reject);
      return {};
    };
    createAtlas({ host, instantiateWasm, onAbort: reject }).then(resolve, reject);
  });
}

// Text in HTML looks like painted text: the same fonts, from the core itself.
function addFonts(core) {
  for (const [which, weight] of [[0, '400'], [1, '600']]) {
    try {
      document.fonts.add(new FontFace('Atlas', core.font(which), { weight }));
    } catch {
      // The browser's own font will do.
    }
  }
}

function makePage(core, view) {
  const canvas = document.getElementById('canvas');
  const layer = document.getElementById('mirror');
  const mirror = new Mirror(core, layer, { placed: view !== 'plain' });
  const ownField = (id) => (view === 'plain' ? mirror.fieldOf(id) : null);
  const overlay = new TextOverlay(core, document.getElementById('editing'), ownField);
  overlay.onCommitted = (id, text) => mirror.noteSent(id, text);
  mirror.isEdited = (id) => overlay.node === id;
  const page = { canvas, layer, mirror, overlay, size: null, placedAt: 0 };
  page.loop = new FrameLoop(
    { draw: (now) => drawFrame(core, page, view, now), workAhead: (now) => core.workAhead(now) },
    (error) => startUp.stop(error),
  );
  return page;
}

function drawFrame(core, page, view, now) {
  const { canvas, mirror, overlay } = page;
  page.checkDensity?.();
  if (page.size) {
    // Sizing clears the canvas, so it is done right before it is drawn.
    if (canvas.width !== page.size.deviceWidth) canvas.width = page.size.deviceWidth;
    if (canvas.height !== page.size.deviceHeight) canvas.height = page.size.deviceHeight;
    page.size = null;
  }
  const begun = performance.now();
  const report = core.frame(now);
  const drawn = performance.now();
  mirror.apply(report.patches);
  const moving = report.nextFrameMs === 0 && now - page.placedAt < kPlaceWhileMovingMs;
  if (mirror.place({ moving })) page.placedAt = now;
  overlay.show(report.textEdit);
  mirror.hideEdited(view === 'plain' ? null : overlay.node);
  if (!overlay.active) mirror.followFocusSoon(() => !overlay.active);
  const { dataset } = document.documentElement;
  if (dataset.theme !== report.theme) dataset.theme = report.theme;
  if (document.title !== report.title && report.title) document.title = report.title;
  if (canvas.style.cursor !== report.cursor) canvas.style.cursor = report.cursor;
  return {
    nextFrameMs: report.nextFrameMs,
    drawMs: drawn - begun,
    mirrorMs: performance.now() - drawn,
  };
}

// The workspace is drawn; by the task after the browser's next frame a person sees it. For measurements.
function markFirstUsefulFrame() {
  requestAnimationFrame(() => setTimeout(() => performance.mark('atlas:first-useful-frame'), 0));
}

function connect(core, store, files, page, view) {
  store.onFlushDone = (ticket, ok, why) => core.flushDone(ticket, ok, why);
  store.onArrived = (paths) => core.filesArrived(paths);
  store.onLost = () => core.storeLost();
  store.facts.onFacts = (facts) => core.storageMeasured(facts);
  files.onOpened = (name, bytes) => core.fileOpened(name, bytes);
  files.onSaved = (name) => core.fileSaved(name);
  files.listenToDrops();

  if (view === 'canvas') listenToCanvas(core, page);
  if (view === 'plain') core.resized(kPlainSize.width, kPlainSize.height, 1);
  else {
    page.checkDensity = watchCanvasSize(page.canvas, (size) => {
      page.size = size;
      core.resized(size.width, size.height, size.density);
    });
  }
  listenToKeys(core, (event) => page.overlay.owns(event));
  const plain = view === 'plain';
  const edits = () => page.overlay.active;
  listenToClipboard(core, { edits, plain, draw: () => page.loop.run() });
  const nodeOf = (element) => page.mirror.idOf(element);
  listenToContextMenu(core, page.canvas, page.layer, { plain, nodeOf });
  if (!plain) watchOnScreenKeyboard(core);
  listenToFocus(core);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) page.loop.run();
    else store.wake();
  });
  window.addEventListener('pagehide', () => page.loop.run());
}

function listenToCanvas(core, { canvas, overlay }) {
  listenToPointers(canvas, core, () => overlay.commit('blur'));
  listenToWheel(canvas, canvas, core);
  listenToWheel(document.getElementById('editing'), canvas, core);
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // asks for it back
    core.canvasLost();
  });
  canvas.addEventListener('webglcontextrestored', () => core.canvasRestored());
}

function listenToFocus(core) {
  let inside = false;
  const tell = () => {
    const active = document.activeElement;
    const now = document.hasFocus() && active !== null && active !== document.body;
    if (now === inside) return;
    inside = now;
    core.focusChanged(inside);
  };
  document.addEventListener('focusin', tell);
  // By the next task the keyboard has arrived where it goes.
  document.addEventListener('focusout', () => setTimeout(tell, 0));
}

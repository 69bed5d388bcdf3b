// Keeps exactly one build for starting without a network. A build is stored whole or not at all, and
// a page only ever gets files of the build it began with: names of assets hold their hash, and a
// newer build takes over when no page of the older is left. Only caches are touched here, never the
// person's work.
const kBuild = '%BUILD_ID%';
const kPrefix = 'partnership-atlas-';
const kCache = kPrefix + kBuild;
const kAssets = %ASSETS%;

self.addEventListener('install', (event) => {
  event.waitUntil(storeBuild());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherBuilds());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const page = new URL('./', self.registration.scope);
  if (request.mode === 'navigate') {
    const isPage = address.pathname === page.pathname || address.pathname === `${page.pathname}index.html`;
    if (isPage) event.respondWith(fromBuild(page.href, request));
    return;
  }
  event.respondWith(fromBuild(request, request));
});

async function storeBuild() {
  const cache = await caches.open(kCache);
  try {
    const page = await fetch('./', { cache: 'no-cache' });
    // The server may have moved on between this script and its page.
    if (!page.ok || !(await page.clone().text()).includes(`content="${kBuild}"`)) {
      throw new Error('the page is of another build');
    }
    await cache.addAll(kAssets.filter((asset) => asset !== './'));
    await cache.put('./', page);
  } catch (error) {
    await caches.delete(kCache);
    throw error;
  }
}

async function forgetOtherBuilds() {
  for (const name of await caches.keys()) {
    if (name.startsWith(kPrefix) && name !== kCache) await caches.delete(name);
  }
}

async function fromBuild(key, request) {
  const cache = await caches.open(kCache);
  return (await cache.match(key)) ?? fetch(request);
}

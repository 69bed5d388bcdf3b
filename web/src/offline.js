// Registers the service worker (sw.js) and tells what it has: everything for a start without a
// network, and whether a newer build waits for the next visit.

export async function watchOffline(onChange) {
  if (!('serviceWorker' in navigator)) return;
  let registration;
  try {
    registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  } catch {
    return; // a private window, or storage refused: the app works, online
  }
  const tell = () => {
    const offlineReady = registration.active?.state === 'activated';
    onChange({ offlineReady, updateWaiting: offlineReady && registration.waiting !== null });
  };
  const follow = (worker) => worker?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  follow(registration.active);
  tell();
}

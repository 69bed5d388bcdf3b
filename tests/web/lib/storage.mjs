// Put into a page before its own scripts: what the browser says of its storage is the same in every page and at every
// time. In truth it grows with each page that is opened.
export const steadyStorage = () => {
  const storage = navigator.storage;
  if (!storage) return; // not a secure context
  storage.estimate = async () => ({ usage: 4_200_000, quota: 1_000_000_000 });
  storage.persisted = async () => false;
  storage.persist = async () => false;
};

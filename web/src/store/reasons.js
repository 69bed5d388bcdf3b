// Why work cannot be kept, in one plain sentence each: shown to the person as they stand.

export const kNotSecure =
  'This address is not secure (plain HTTP), so the browser keeps nothing here: save a file before you close this tab.';
export const kNoLocks =
  'This browser cannot keep work apart between tabs, so nothing is kept here: save a file before you close this tab.';
export const kRefused =
  'This browser does not let this page keep work, as in some private windows: save a file before you close this tab.';
export const kFull =
  'The browser has no room left for this work: save a file now, then free some space.';
export const kNewer =
  'A newer version of the app has used this browser’s storage: save a file now, then reload the page.';
export const kNotAsWritten =
  'The browser did not keep the last change as it was written: save a file now.';

// Thrown by our own code, with the sentence as its message.
export class StoreError extends Error {}

export function plainReason(error) {
  if (error instanceof StoreError) return error.message;
  if (error?.name === 'QuotaExceededError') return kFull;
  if (error?.name === 'VersionError') return kNewer;
  return kRefused;
}

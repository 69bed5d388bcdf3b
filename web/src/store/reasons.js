// Why work cannot be kept, in plain sentences: shown to the person as they stand.

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
export const kNewerAtStart =
  'This browser’s storage belongs to a newer version of the app, and what is in it is untouched. Close all tabs of the app and open it again to get that version. What you do here is kept in this tab only: save a file before you close it.';
export const kBusy =
  'Another tab keeps this browser’s storage busy, so nothing can be stored. Nothing in this tab is lost. Save a file now, then close the other tabs of this app.';
export const kBusyAtStart =
  'Another tab keeps this browser’s storage busy, and what is stored is untouched. Close the other tabs of this app and reload this page. What you do here before that is kept in this tab only: save a file.';
export const kTrouble =
  'The browser could not store the last changes. Nothing in this tab is lost, and the app goes on trying. Save a file now.';
export const kNotAsWritten =
  'The browser did not keep the last change as it was written: save a file now.';

// Thrown by our own code, with the sentence as its message.
export class StoreError extends Error {}

const kByName = new Map([
  ['QuotaExceededError', kFull],
  ['VersionError', kNewer],
  ['SecurityError', kRefused],
  ['NotAllowedError', kRefused],
  ['InvalidStateError', kRefused], // private windows of older Firefoxes
]);

export function plainReason(error) {
  if (error instanceof StoreError) return error.message;
  return kByName.get(error?.name) ?? kTrouble;
}

// Of a start, when nothing that is stored could be read.
export function plainReasonAtStart(error) {
  const reason = plainReason(error);
  if (reason === kNewer) return kNewerAtStart;
  if (reason === kBusy) return kBusyAtStart;
  return reason === kTrouble ? kRefused : reason;
}

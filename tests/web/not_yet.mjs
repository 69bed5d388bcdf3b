// Journeys that do not hold reliably yet, each with what is known. They are left out of tools/test and
// named at its end; `node tests/web/run.mjs --all` runs them. An entry goes when its journey holds.
const kNotYet = [
  [/ mirror +A saved file opens/, 'reading all rows of the grid through the mirror stops early'],
  [/^firefox +pointer +Killed the moment/, 'the driver fails to start Firefox again on the profile of a killed one'],
  [/^firefox +mirror +A bad file is refused/, 'a click made by a script opens no file chooser in Firefox'],
  [/^chromium +pointer +Storage full:/, 'Chromium goes on writing after its quota is lowered in mid-session; no refusal is seen'],
  [/ raw +Painted text has a contrast/, 'the measure takes the soft edge of thin letters in the search box for their ink (1.26 : 1)'],
];

export const reasonNotYet = (title) => kNotYet.find(([pattern]) => pattern.test(title))?.[1];

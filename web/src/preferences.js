// What the person has set in the system: dark colours, more contrast, less motion, fingers.
const kQueries = {
  dark: '(prefers-color-scheme: dark)',
  moreContrast: '(prefers-contrast: more), (forced-colors: active)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  coarsePointer: '(pointer: coarse)',
};

// Tells at once, and whenever one of them changes.
export function watchPreferences(tell) {
  const lists = Object.entries(kQueries).map(([name, query]) => [name, window.matchMedia(query)]);
  const now = () => tell(Object.fromEntries(lists.map(([name, list]) => [name, list.matches])));
  for (const [, list] of lists) list.addEventListener('change', now);
  now();
}

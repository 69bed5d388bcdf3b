// How the page shows the app, from its address and what the browser can do:
//   canvas  the canvas is seen, the mirror lies over it unseen
//   mirror  ?mirror=show: the mirror at its rectangles in the app's own colours (to look at it)
//   plain   ?view=plain, or without WebGL 2: the mirror as an ordinary page
export function wantedView(search) {
  const asked = new URLSearchParams(search);
  if (asked.get('view') === 'plain') return 'plain';
  return asked.get('mirror') === 'show' ? 'mirror' : 'canvas';
}

// The screen that the address asks for (?screen=gallery), or null.
export function wantedScreen(search) {
  return new URLSearchParams(search).get('screen');
}

// The plain page is as long as it needs to be: the core lays out a window high enough for all rows.
export const kPlainSize = { width: 1280, height: 4000 };

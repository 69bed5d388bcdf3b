// Keeps the canvas at exactly the device pixels that it covers, so that text is crisp at any density.

// onChange({width, height, density}): CSS pixels such that width × density is whole.
export function watchCanvasSize(canvas, onChange) {
  let told = 0;
  const tell = (deviceWidth, deviceHeight) => {
    const density = window.devicePixelRatio || 1;
    told = density;
    onChange({
      deviceWidth,
      deviceHeight,
      width: deviceWidth / density,
      height: deviceHeight / density,
      density,
    });
  };
  const observer = new ResizeObserver(([entry]) => {
    tell(...exactOr(rounded(canvas), entry.devicePixelContentBoxSize?.[0]));
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // older Safari knows no device pixels
  }
  watchDensity(() => tell(...rounded(canvas)));
  tell(...rounded(canvas));
  // For each frame: a browser may tell of the density late or, in developer tools, not at all.
  return () => {
    if ((window.devicePixelRatio || 1) !== told) tell(...rounded(canvas));
  };
}

// The window came to another screen, or the page is zoomed. The query is of the density of now: after
// each change it takes a new one.
function watchDensity(onChange) {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
  const changed = () => {
    onChange();
    watchDensity(onChange);
  };
  query.addEventListener('change', changed, { once: true });
  void query.matches; // Chromium tells of changes only to a query that has been answered
}

// What the browser says of device pixels settles which way a half pixel goes. Under an emulated density
// (developer tools, tests) Chromium counts in pixels of the real screen, which are not those drawn to.
function exactOr([width, height], exact) {
  if (!exact) return [width, height];
  const { inlineSize, blockSize } = exact;
  const near = Math.abs(inlineSize - width) <= 1 && Math.abs(blockSize - height) <= 1;
  return near ? [inlineSize, blockSize] : [width, height];
}

function rounded(canvas) {
  const density = window.devicePixelRatio || 1;
  const box = canvas.getBoundingClientRect();
  return [Math.round(box.width * density), Math.round(box.height * density)];
}

// Keeps the canvas at exactly the device pixels that it covers, so that text is crisp at any density.

// onChange({width, height, density}): CSS pixels such that width × density is whole.
export function watchCanvasSize(canvas, onChange) {
  const tell = (deviceWidth, deviceHeight) => {
    const density = window.devicePixelRatio || 1;
    onChange({
      deviceWidth,
      deviceHeight,
      width: deviceWidth / density,
      height: deviceHeight / density,
      density,
    });
  };
  const observer = new ResizeObserver(([entry]) => {
    const exact = entry.devicePixelContentBoxSize?.[0];
    if (exact) tell(exact.inlineSize, exact.blockSize);
    else tell(...rounded(canvas));
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // older Safari knows no device pixels
  }
  tell(...rounded(canvas));
}

function rounded(canvas) {
  const density = window.devicePixelRatio || 1;
  const box = canvas.getBoundingClientRect();
  return [Math.round(box.width * density), Math.round(box.height * density)];
}

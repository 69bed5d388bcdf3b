// An on-screen keyboard covers the page from below without making it smaller: the core is told, and
// keeps the field that is being edited above it.
const kLeastPx = 80; // less is a bar of the browser that comes and goes

export function watchOnScreenKeyboard(core) {
  const seen = window.visualViewport;
  if (!seen) return;
  let last = 0;
  const tell = () => {
    const covered = coveredHeight();
    if (covered === last) return;
    last = covered;
    core.covered(covered);
  };
  seen.addEventListener('resize', tell);
  tell();
}

// Of the page, in CSS pixels. A page that is magnified with two fingers is not covered.
export function coveredHeight() {
  const { height, scale } = window.visualViewport ?? { height: window.innerHeight, scale: 1 };
  const covered = Math.round(document.documentElement.clientHeight - height * scale);
  return covered >= kLeastPx ? covered : 0;
}

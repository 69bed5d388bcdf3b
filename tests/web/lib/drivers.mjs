// Three ways of using the same page, for the same journeys:
//   pointer  things are found in the DOM mirror by role and name, and clicked at their place
//   raw      the mirror is display:none; rectangles come from the core's tree, and nothing but the
//            mouse and the keys at their centres is used: what is painted is the interface
//   mirror   the canvas is hidden and no pointer is used: every act goes to an element of the mirror
// A driver says where nodes are read (`source`), what is hidden (`hide`), and how a node is pressed.

const kMirrorUnused = '#mirror { display: none !important }';
const kCanvasUnused = '#canvas { visibility: hidden !important }';

async function clickAtCentre(page, node) {
  const { x, y, width, height } = node.place;
  await page.mouse.click(x + width / 2, y + height / 2);
}

// As assistive technology does: the keyboard goes there, then the default action.
async function pressElement(page, node) {
  await page.evaluate((index) => {
    const element = atlasTest.elementAt(index);
    element.focus();
    element.click();
  }, node.index);
}

async function focusElement(page, node) {
  await page.evaluate((index) => atlasTest.elementAt(index).focus(), node.index);
}

export const drivers = {
  pointer: {
    source: 'mirror', hide: '', usesPointer: true, press: clickAtCentre, focus: clickAtCentre,
  },
  raw: {
    source: 'probe', hide: kMirrorUnused, usesPointer: true, press: clickAtCentre, focus: clickAtCentre,
  },
  mirror: {
    source: 'mirror', hide: kCanvasUnused, usesPointer: false, press: pressElement, focus: focusElement,
  },
  // For views of the page that are made of the mirror: nothing is hidden.
  plain: {
    source: 'mirror', hide: '', usesPointer: false, press: pressElement, focus: focusElement,
  },
};

// Those that every journey is run with.
export const kDriverNames = ['pointer', 'raw', 'mirror'];

/** This file makes the map of the site larger and smaller, by buttons, keys and the wheel. Scrolling moves it. */
const frame = document.querySelector<HTMLElement>('.map-frame')!
const drawing = frame.querySelector('svg')!
const buttons = document.querySelector<HTMLElement>('.zoom')!
/** This is the width of the drawing as it was made, in pixels. */
const own = drawing.viewBox.baseVal.width

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>

/** Gives the middle of what is in view. */
function middle(): Point {
  const { left, top, width, height } = frame.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + height / 2 }
}

/** Makes the drawing as wide as `width` pixels. What is at a point stays there. */
function zoomTo(width: number, { clientX, clientY }: Point = middle()): void {
  const before = drawing.getBoundingClientRect()
  const scale = Math.min(4 * own, Math.max(own / 4, width)) / before.width
  drawing.style.width = `${before.width * scale}px`
  const after = drawing.getBoundingClientRect()
  frame.scrollLeft += after.left + (clientX - before.left) * scale - clientX
  frame.scrollTop += after.top + (clientY - before.top) * scale - clientY
}

const by = (factor: number, at?: Point): void => zoomTo(drawing.getBoundingClientRect().width * factor, at)

/** Makes all of the drawing seen. */
function whole(): void {
  const { width, height } = drawing.viewBox.baseVal
  const most = Number.parseFloat(getComputedStyle(frame).maxHeight) || frame.clientHeight
  zoomTo(Math.min(frame.clientWidth, (most * width) / height))
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  in: () => by(1.4),
  out: () => by(1 / 1.4),
  whole,
}
const KEYS: Readonly<Record<string, string>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'whole' }

buttons.hidden = false
buttons.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-zoom]') : null
  if (button !== null) ACTIONS[button.dataset.zoom!]!()
})
frame.addEventListener('keydown', (event) => {
  const action = KEYS[event.key]
  if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  ACTIONS[action]!()
})
frame.addEventListener(
  'wheel',
  (event) => {
    // Without Ctrl, which a pinch on a trackpad sends too, the wheel scrolls as everywhere.
    if (!event.ctrlKey) return
    event.preventDefault()
    by(event.deltaY < 0 ? 1.15 : 1 / 1.15, event)
  },
  { passive: false },
)

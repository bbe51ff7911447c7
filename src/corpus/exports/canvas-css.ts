/**
 * This file writes where the nodes of a canvas stand, as a style sheet. It is a file of its own, because the policy of
 * the pages allows no styles in them.
 */
import type { CanvasLayout } from '../model/canvas-layout.ts'

/** Gives the address of the style sheet of a canvas: `/canvas/a.css` for `/canvas/a/`. */
export const layoutAddress = (address: string): string => `${address.replace(/\/$/, '')}.css`

/** Writes the places of the nodes as custom properties, with which `styles/canvas.css` draws the canvas. */
export function layoutCss({ width, height, nodes }: CanvasLayout): string {
  const rules = nodes.map(({ id, x, y, width, height, color }) => {
    const own = color === undefined ? '' : `;--color:${color}`
    return `#${id}{--x:${x}px;--y:${y}px;--w:${width}px;--h:${height}px${own}}`
  })
  return `${[`.canvas-plane{--w:${width}px;--h:${height}px}`, ...rules].join('\n')}\n`
}

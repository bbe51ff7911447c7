/** This file draws the marks of the roles, each in a square of 24 around the point 0, 0. All look equally large. */
import type { Stance } from '../vocabulary.ts'

const SHAPES: Readonly<Record<Stance | 'cited', string>> = {
  supports: 'm0-9 9.5 16.5h-19z',
  disputes: 'm0 9 9.5-16.5h-19z',
  qualifies: 'm0-10 10 10-10 10-10-10z',
  extends: 'm-3-9h6v6h6v6h-6v6h-6v-6h-6v-6h6z',
  background: 'm-8 0a8 8 0 0 0 16 0a8 8 0 0 0-16 0m2.5 0a5.5 5.5 0 0 1 11 0a5.5 5.5 0 0 1-11 0',
  none: 'm-8-2.5h16v5h-16z',
  cited: 'm-4 0a4 4 0 0 0 8 0a4 4 0 0 0-8 0',
}

/** Gives the shape of a role as the data of an SVG path. A note that is only cited has a dot. */
export const shapeOf = (role: Stance | undefined): string => SHAPES[role ?? 'cited']

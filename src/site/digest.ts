import { createHash } from 'node:crypto'

/** Of plain data: what differs in anything has another digest. */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(typeof value === 'string' ? value : JSON.stringify(value))
    .digest('base64url')

import { hash } from 'node:crypto'

/** Of plain data: what differs in anything has another digest. */
export const digest = (value: unknown): string =>
  hash('sha256', typeof value === 'string' ? value : JSON.stringify(value), 'base64url')

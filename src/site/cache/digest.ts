import { hash } from 'node:crypto'

/** Returns the SHA-256 digest of plain data, in base64url. Data that differs in its JSON has another digest. */
export const digest = (value: unknown): string =>
  hash('sha256', typeof value === 'string' ? value : JSON.stringify(value), 'base64url')

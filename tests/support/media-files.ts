/** Reads the small pictures, sounds and films that were made with metadata, in which an author is called canary. */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../fixtures/metadata/', import.meta.url)

/** The files by their names, such as `x.avif`. Git keeps them as base64, so that their changes can be read. */
export const mediaFiles = (): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.base64'))
      .map((name) => [
        name.slice(0, -'.base64'.length),
        Buffer.from(readFileSync(new URL(name, FOLDER), 'latin1'), 'base64'),
      ]),
  )

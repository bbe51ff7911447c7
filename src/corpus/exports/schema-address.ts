/** This file says where the JSON Schemas are of what a site gives to programs. */
import { absolute, withBase } from '../address.ts'
import type { Settings } from '../site-config.ts'

/** These exports have a schema: `graph.json`, and the JSON beside the page of an entry. */
export type Schematic = 'graph' | 'entry'

/** Gives the address of a schema, without the site's base. */
export const schemaAddress = (name: Schematic): string => `/${name}.schema.json`

/** Gives the URL of a schema, as exports name it, or its path where that of the site is not known. */
export const schemaUrl = (settings: Settings, name: Schematic): string =>
  absolute(settings, withBase(settings, schemaAddress(name)))

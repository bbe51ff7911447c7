/** This file reads the designs of studies that `site.yaml` declares beside those of the engine. */
import { z } from 'zod'
import { DESIGN_NAMES, type DesignName } from './schema/study.ts'
import { isMapping, kindOf, optional, text } from './schema/text.ts'
import type { OwnDesign } from './site-config.ts'
import { TEXT, writtenAs } from './written-as.ts'

const KNOWN: ReadonlySet<string> = new Set(DESIGN_NAMES)

/** This schema accepts designs by their names, each with what it means. */
export const ownDesigns = optional(
  writtenAs(
    z.unknown().transform((value, context): OwnDesign[] => {
      const report = (message: string, ...path: string[]): void =>
        void context.issues.push({ code: 'custom', message, input: value, path })
      if (!isMapping(value)) {
        report(`must list designs by their names, each with what it means, and it is ${kindOf(value)}.`)
        return z.NEVER
      }
      return Object.entries(value).flatMap(([name, written]): OwnDesign[] => {
        const { data: meaning, error } = text.safeParse(written)
        if (KNOWN.has(name.trim())) report('is a design that every site has. Take another name.', name)
        else if (error !== undefined) report(error.issues[0]!.message, name)
        else return [{ name: name.trim(), ...(meaning !== undefined && { meaning }) }]
        return []
      })
    }),
    () => ({ type: 'object', additionalProperties: TEXT }),
  ),
)

/** Gives the names of all designs of a site: those of the engine, then its own. */
export const designsOf = ({ designs = [] }: { readonly designs?: readonly OwnDesign[] }): DesignName[] => [
  ...DESIGN_NAMES,
  ...designs.map(({ name }) => name),
]

/** This file reads what one version of a file says about an answer. */
import { z } from 'zod'
import { readFields } from '../frontmatter/fields.ts'
import { readFrontmatter } from '../frontmatter/read.ts'
import { CANVAS } from '../names/file-path.ts'
import { canvasId, identify, SECTION_PATHS } from '../names/identify.ts'
import { wishedSlug } from '../names/slug.ts'
import type { Parsed } from '../model/parsed.ts'
import { schemaFor } from '../schema/schema-for.ts'
import { headingLines } from './heading-lines.ts'
import type { Dialect } from '../site-config.ts'
import {
  CERTAINTIES,
  STANCES,
  type Certainty,
  type Document,
  type FilePath,
  type SitePath,
  type StatusName,
} from '../vocabulary.ts'

/**
 * This schema describes the facts of a version. They are kept between builds, so they are checked when they are read
 * again.
 */
export const factsSchema = z.object({
  /** This is the address that the version asked for, without the site's base. */
  address: z.string().exactOptional(),
  draft: z.boolean().exactOptional(),
  publish: z.boolean().exactOptional(),
  answer: z.string().exactOptional(),
  status: z.string().exactOptional(),
  certainty: z.enum(CERTAINTIES).exactOptional(),
  /** These are the lines that may be headings, as `headingLines` gives them. */
  headingLines: z.string().exactOptional(),
  /** For a note, these are the inquiries that it names, as it names them. */
  serves: z.array(z.object({ inquiry: z.string(), role: z.enum(STANCES) })),
})

/** `Facts` are what one version of a file says about an answer. */
export type Facts = z.infer<typeof factsSchema>

/**
 * Reads the facts of a version. They are undefined where the frontmatter is in a language that is not read.
 *
 * @param document The version under the path that the file has today.
 * @param path The path that the file had then.
 */
export function factsIn(document: Document, dialect: Dialect, path = document.path): Facts | undefined {
  const { value, body } = readFrontmatter(document)
  if (value === undefined) return undefined
  const { kind } = identify(document.path, value.type, dialect, value)
  const { data } = readFields(document, schemaFor(kind, dialect), value)
  return { ...factsOf({ kind, data }), address: addressAt(path, value, dialect), headingLines: headingLines(body) }
}

/** Gives the address that a file at a path asks for. Whether it got that one depends on the other files of its time. */
function addressAt(path: FilePath, fields: RawFields, dialect: Dialect): SitePath {
  const { kind, id } = CANVAS.test(path)
    ? { kind: 'canvas' as const, id: canvasId(path) }
    : identify(path, fields['type'], dialect, fields)
  return `${SECTION_PATHS[kind]}${wishedSlug(id)}/`
}

/** These are the fields of a frontmatter as they were read. */
type RawFields = Readonly<Record<string, unknown>>

/** A `StatedAnswer` is what the frontmatter of an inquiry says of its answer. */
interface StatedAnswer {
  readonly answer?: string
  readonly status?: StatusName
  readonly certainty?: Certainty
}

/** Takes the facts out of a file that is parsed. */
export function factsOf({ kind, data }: Pick<Parsed, 'kind' | 'data'>): Facts {
  const { draft, publish } = data
  const { answer, status, certainty } = kind === 'inquiry' ? (data as StatedAnswer) : {}
  const listed = 'inquiries' in data ? data.inquiries : []
  return {
    ...(draft !== undefined && { draft }),
    ...(publish !== undefined && { publish }),
    ...(answer !== undefined && { answer }),
    ...(status !== undefined && { status }),
    ...(certainty !== undefined && { certainty }),
    serves: listed.map(({ inquiry, role = 'none' as const }) => ({ inquiry, role })),
  }
}

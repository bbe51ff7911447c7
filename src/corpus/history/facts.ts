/** What one state of a file says that bears on an answer. */
import { readFields } from '../frontmatter/fields.ts'
import { readFrontmatter } from '../frontmatter/read.ts'
import { identify } from '../identity.ts'
import type { Dialect, Document, Parsed, Role, Status } from '../model.ts'
import { SCHEMAS } from '../schema.ts'

export interface Facts {
  readonly draft?: boolean
  readonly publish?: boolean
  readonly answer?: string
  readonly status?: Status
  /** Of a note: the inquiries it names, as it names them. */
  readonly serves: readonly { readonly inquiry: string; readonly role: Role }[]
}

/** Undefined where the frontmatter cannot be told. */
export function factsIn(document: Document, dialect: Dialect): Facts | undefined {
  const { value } = readFrontmatter(document)
  if (value === undefined) return undefined
  const { kind } = identify(document.path, value.type, dialect)
  const { data } = readFields(document, SCHEMAS[kind], value)
  return factsOf({ kind, data })
}

export function factsOf({ kind, data }: Pick<Parsed, 'kind' | 'data'>): Facts {
  const { draft, publish } = data
  const { answer, status } = kind === 'inquiry' ? (data as { answer?: string; status?: Status }) : {}
  const listed = 'inquiries' in data ? data.inquiries : []
  return {
    ...(draft !== undefined && { draft }),
    ...(publish !== undefined && { publish }),
    ...(answer !== undefined && { answer }),
    ...(status !== undefined && { status }),
    serves: listed.map(({ inquiry, role }) => ({ inquiry, role })),
  }
}

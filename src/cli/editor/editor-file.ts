/** A file that an editor reads. */
export interface EditorFile {
  /** The path in the folder that the editor opens. */
  readonly path: string
  /** What is written where there is no such file. */
  readonly text: string
  /** What is added to the JSON of a file that is there. Without it, such a file stays as it is. */
  readonly adds?: Json
  /** Whether the file is ours alone, so that it is written anew each time. */
  readonly isOurs?: true
}

/** A mapping of JSON. */
export type Json = Readonly<Record<string, unknown>>

/** Makes a file of JSON, to which the same is added where it is there. */
export const jsonFile = (path: string, adds: Json): EditorFile => ({
  path,
  text: `${JSON.stringify(adds, null, 2)}\n`,
  adds,
})

/** This file knows the ids by which Logseq and Roam refer to blocks: `((id))`. */

const REFERENCE = /^\(\(([\w-]{9}|[0-9a-f-]{36})\)\)$/

/** Tells whether the target of a link is a reference to a block. */
export const isBlockReference = (target: string): boolean => target.startsWith('((') && REFERENCE.test(target)

/** Gives the name of the block to which a target refers. It is undefined for other targets. */
export function blockOfReference(target: string): string | undefined {
  const id = target.startsWith('((') ? REFERENCE.exec(target)?.[1] : undefined
  return id && shortBlockId(id)
}

/**
 * Gives the part of a block's id that names the block on its page. The whole id is a random number of 32 digits, of
 * which twelve tell the blocks of a graph apart.
 *
 * @example
 * shortBlockId('64b1c0de-0000-4000-8000-0123456789ab') // '0123456789ab'
 */
export const shortBlockId = (id: string): string => id.slice(-12)

/** Tells whether the name of a block is such a part. */
export const isBlockId = (name: string): boolean => /^[0-9a-f]{12}$/.test(name)

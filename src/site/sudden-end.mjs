/** Says why a command ended that could not say so itself. */
import { getHeapStatistics } from 'node:v8'

/**
 * Says that the memory of a command ended, and how to give it more.
 *
 * @param {string} command The name of the command, such as `build`.
 * @param {string} activity What it was doing, as `site/activity.ts` has it. Empty where that is not known.
 * @returns {string}
 */
export function outOfMemory(command, activity) {
  const limit = heapLimit()
  const more = Math.max(4096, 1024 * Math.round((2 * limit) / 1024))
  return (
    `The ${command} ran out of memory${during(activity)}: it may use ${limit} MB. ` +
    `Give it more: NODE_OPTIONS=--max-old-space-size=${more} npm run ${command}.${consequence(command, activity)}`
  )
}

/**
 * Says that something outside ended a command, or that Node or a package did without a word.
 *
 * @param {string} command The name of the command, such as `build`.
 * @param {string} signal The signal that ended it.
 * @param {string} activity What it was doing. Empty where that is not known.
 * @returns {string}
 */
export function killed(command, signal, activity) {
  const remedy =
    signal === 'SIGKILL'
      ? 'A system does so when its memory is full. Give the machine or the container more, or close other programs.'
      : 'That is a fault of Node or of a package, or a disk or memory that is full. Run the command again, and report it if it ends so each time.'
  return `The ${command} was ended by ${signal}${during(activity)}. ${remedy}${consequence(command, activity)}`
}

/** What a build does last. From then on its site may have changed. */
export const PUBLISHING = 'publishing the site'

/**
 * A name of a file may have characters in it that a terminal would obey.
 *
 * @param {string} activity
 */
const during = (activity) => (activity === '' ? '' : ` while it was ${activity.replace(/\p{Cc}/gu, '\uFFFD')}`)

/**
 * Says what became of the site.
 *
 * @param {string} command The name of the command, such as `build`.
 * @param {string} activity What it was doing.
 * @returns {string} A sentence after a space, or nothing where the command makes no site.
 */
export function consequence(command, activity) {
  if (command !== 'build') return ''
  return activity === PUBLISHING ? ' Then build again, to finish the site.' : ' The site is as it was.'
}

/** Returns how much memory the objects of a process of this Node may take, in megabytes: as the user set it, or not. */
function heapLimit() {
  const options = [process.env['NODE_OPTIONS'] ?? '', ...process.execArgv].join(' ')
  const set = [...options.matchAll(/--max[-_]old[-_]space[-_]size[= ](\d+)/g)].at(-1)?.[1]
  return set === undefined ? Math.round(getHeapStatistics().heap_size_limit / 2 ** 20) : Number(set)
}

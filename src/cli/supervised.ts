/**
 * Connects a command with the process that started it, which is `run.mjs`: that process hears what the command is
 * doing, and the command ends when that process is gone. It is loaded before the command, with `node --import`.
 */
import './compile-cache.ts'
import { onActivity } from '../site/activity.ts'

const { channel } = process
// Worker threads load this module as well, and have no such channel.
if (channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The channel alone must not keep the command alive.
  channel.unref()
  // The callback receives the error of a message that nobody hears any more, which would otherwise be thrown.
  onActivity((activity) => process.send?.(activity, undefined, undefined, () => undefined))
}

/** This file formats figures as people read them. A figure that is not known is a question mark. */

const UNKNOWN = '?'

const formatKnown = (value: number | undefined, show: (value: number) => string): string =>
  value === undefined ? UNKNOWN : show(value)

/** Formats a number of seconds. */
export const formatSeconds = (value: number | undefined): string => formatKnown(value, (each) => `${each.toFixed(2)} s`)
/** Formats a number of milliseconds. */
export const formatMilliseconds = (value: number | undefined): string =>
  formatKnown(value, (each) => `${each.toFixed(each < 10 ? 2 : 0)} ms`)
/** Formats a number of bytes in units of 2 to the power of 20. */
export const formatMebibytes = (bytes: number | undefined): string =>
  formatKnown(bytes, (each) => `${Math.round(each / 2 ** 20)} MiB`)
/** Formats a number of bytes in units of 1,000. */
export const formatKilobytes = (bytes: number | undefined): string =>
  formatKnown(bytes, (each) => `${(each / 1000).toFixed(1)} kB`)
/** Formats a ratio. */
export const formatRatio = (value: number | undefined): string => formatKnown(value, (each) => each.toFixed(2))

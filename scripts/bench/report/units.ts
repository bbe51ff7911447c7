/** Figures as they are read. */

const UNKNOWN = '?'

const formatKnown = (value: number | undefined, show: (value: number) => string): string =>
  value === undefined ? UNKNOWN : show(value)

export const formatSeconds = (value: number | undefined): string => formatKnown(value, (each) => `${each.toFixed(2)} s`)
export const formatMilliseconds = (value: number | undefined): string =>
  formatKnown(value, (each) => `${each.toFixed(each < 10 ? 2 : 0)} ms`)
export const formatMebibytes = (bytes: number | undefined): string =>
  formatKnown(bytes, (each) => `${Math.round(each / 2 ** 20)} MiB`)
export const formatKilobytes = (bytes: number | undefined): string =>
  formatKnown(bytes, (each) => `${(each / 1000).toFixed(1)} kB`)
export const formatRatio = (value: number | undefined): string => formatKnown(value, (each) => each.toFixed(2))

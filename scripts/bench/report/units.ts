/** Figures as they are read. */

const UNKNOWN = '?'

const shown = (value: number | undefined, show: (value: number) => string): string =>
  value === undefined ? UNKNOWN : show(value)

export const seconds = (value: number | undefined): string => shown(value, (each) => `${each.toFixed(2)} s`)
export const milliseconds = (value: number | undefined): string =>
  shown(value, (each) => `${each.toFixed(each < 10 ? 2 : 0)} ms`)
export const mebibytes = (bytes: number | undefined): string =>
  shown(bytes, (each) => `${Math.round(each / 2 ** 20)} MiB`)
export const kilobytes = (bytes: number | undefined): string => shown(bytes, (each) => `${(each / 1000).toFixed(1)} kB`)
export const ratio = (value: number | undefined): string => shown(value, (each) => each.toFixed(2))

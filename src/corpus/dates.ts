/**
 * This file reads dates as people and programs write them. A date is as exact as what was written: a day as YYYY-MM-DD,
 * a month as YYYY-MM, or a year as YYYY. Nothing is made up, so a year stays a year.
 */

/**
 * Reads a date. It is undefined where the text is no date, and where there is no such day.
 *
 * @example
 * readDate('2021-3-5') // '2021-03-05'
 * readDate('Friday, March 5th 2021, 2:22:11 pm') // '2021-03-05'
 * readDate('March 2021') // '2021-03'
 * readDate('05/03/2021') // '2021', because it may be the fifth of March or the third of May
 */
export function readDate(written: string): string | undefined {
  const text = bare(written)
  return fromISO(text) ?? fromEpoch(text) ?? fromDigits(text) ?? fromWords(text)
}

/**
 * Tells whether only the year of a date is certain, because day and month are numbers that may be the other way round.
 *
 * @example
 * isAmbiguousDate('05/03/2021') // true
 * isAmbiguousDate('25/03/2021') // false
 */
export function isAmbiguousDate(written: string): boolean {
  const [, first, second] = SLASHES.exec(bare(written)) ?? []
  return first !== undefined && Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12
}

/** Takes off the brackets of a link to a daily note, the folder of that note, and the brackets of Org's timestamps. */
function bare(written: string): string {
  const text = written.trim()
  const name = /^\[\[([^[\]|#]+)(?:[#|][^[\]]*)?\]\]$/.exec(text)?.[1]
  if (name !== undefined) return name.slice(name.lastIndexOf('/') + 1).trim()
  return /^[<[](\d[^<>[\]]*)[>\]]$/.exec(text)?.[1] ?? text
}

/** What may follow a day: a time, a zone, the name of the day. */
const REST = String.raw`(?:(?:[T ,(]|[_-]\d).*)?`
/** Matches the forms that begin with the year. A month alone has nothing after it. */
const ISO = new RegExp(String.raw`^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})${REST})?)?$`, 's')
/** Matches the same parts with the signs for year, month and day that are used in Chinese and Japanese. */
const CJK = /^(\d{4})(年)(?:(\d{1,2})月(?:(\d{1,2})日.*)?)?$/s

function fromISO(text: string): string | undefined {
  const [, year, , month, day] = ISO.exec(text) ?? CJK.exec(text) ?? []
  return year === undefined ? undefined : join(year, month, day)
}

/** Matches seconds or milliseconds since 1970, in which Dendron writes dates. */
const EPOCH = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/

function fromEpoch(text: string): string | undefined {
  const seconds = EPOCH.exec(text)?.[1]
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
}

/** Matches a day without signs between its parts, alone or with hours, minutes and seconds, as in the key of a note. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[T _-]?\d{4}(?:\d\d)?Z?)?$/
/** Matches a day before the month, which is so wherever they are parted by dots. */
const DOTS = new RegExp(String.raw`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})${REST}$`, 's')
/** Matches a day and a month in either order, with the year after them. */
const SLASHES = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${REST}$`, 's')

function fromDigits(text: string): string | undefined {
  const [, year, month, day] = COMPACT.exec(text) ?? []
  if (year !== undefined) return join(year, month, day)
  const [, dayDotted, monthDotted, yearDotted] = DOTS.exec(text) ?? []
  if (yearDotted !== undefined) return join(yearDotted, monthDotted, dayDotted)
  const [, first = '', second = '', last] = SLASHES.exec(text) ?? []
  if (last === undefined) return undefined
  if (isAmbiguousDate(text)) return last
  return join(last, second, first) ?? join(last, first, second)
}

/** Matches a time of day with its zone, which holds numbers that are no part of the date. */
const TIME = /\b\d{1,2}:\d\d.*$|\b\d{1,2} ?[ap]\.?m\b.*$/is
/** Matches a number with the ending of an ordinal, and a word. */
const PARTS = /\d+(?=(?:st|nd|rd|th|er|º|ª|\.)?(?![\p{L}\p{N}]))|\p{L}+/gu

/**
 * Reads a date in which the month is a word. There is one such word, a year of four digits, and at most one day. The
 * year may stand after the time, as in what the command `date` prints.
 */
function fromWords(text: string): string | undefined {
  if (text.length > 100 || !/\p{L}{3}/u.test(text)) return undefined
  const time = TIME.exec(text)
  const head = time === null ? text : text.slice(0, time.index)
  const parts = head.match(PARTS) ?? []
  const found = parts.flatMap((part) => monthNamed(part) ?? [])
  const numbers = parts.filter((part) => /^\d/.test(part))
  const late = time === null ? undefined : /\b(\d{4})$/.exec(time[0])?.[1]
  const years = numbers.filter((part) => part.length === 4)
  const days = numbers.filter((part) => part.length < 3)
  const [year = late] = years
  const isWhole = parts.every((part) => /^\d/.test(part) || monthNamed(part) !== undefined || isFiller(part))
  if (!isWhole || found.length !== 1 || year === undefined || years.length > 1 || days.length > 1) return undefined
  if (years.length + days.length !== numbers.length) return undefined
  return join(year, found[0], days[0])
}

/** These are the languages whose names of months are read, besides English. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb']
/** These words may stand in a date: endings of ordinals, and what stands between day, month and year. */
const FILLERS = new Set(['st', 'nd', 'rd', 'th', 'er', 'of', 'the', 'de', 'del', 'den', 'le', 'el', 'on', 'am', 'at'])

/** Keeps the names of months and days, which are only collected where a date is written in words. */
let names: { readonly months: ReadonlyMap<string, string>; readonly days: ReadonlySet<string> } | undefined

const monthNamed = (word: string): string | undefined => namesOf().months.get(word.toLowerCase())
const isFiller = (word: string): boolean => FILLERS.has(word.toLowerCase()) || namesOf().days.has(word.toLowerCase())

/**
 * Collects the names of months and of days. A name that means different months in different languages is left out. The
 * short form of a month is read where it has three letters or more.
 */
function namesOf(): NonNullable<typeof names> {
  if (names !== undefined) return names
  const months = new Map<string, string>()
  const clashes = new Set<string>()
  const days = new Set<string>()
  for (const language of LANGUAGES)
    for (const form of ['long', 'short'] as const) {
      const month = new Intl.DateTimeFormat(language, { day: 'numeric', month: form, timeZone: 'UTC' })
      const day = new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' })
      for (let index = 0; index < 12; index++) {
        const word = wordIn(month, 'month', Date.UTC(2021, index, 1))
        const number = String(index + 1)
        if ((months.get(word) ?? number) !== number) clashes.add(word)
        if (word.length > 2) months.set(word, number)
      }
      for (let index = 1; index <= 7; index++) days.add(wordIn(day, 'weekday', Date.UTC(2021, 1, index)))
    }
  for (const word of clashes) months.delete(word)
  months.set('sept', '9')
  return (names = { months, days })
}

/** Gives the name of a month or a day without the dot of an abbreviation. */
const wordIn = (format: Intl.DateTimeFormat, type: 'month' | 'weekday', time: number): string =>
  (format.formatToParts(time).find((part) => part.type === type)?.value ?? '').replace(/[.].*$/, '').toLowerCase()

/** Keeps which days there are. The same days stand in many files, and to make a date takes long. */
const days = new Map<string, boolean>()
/** No more days than this are kept. */
const MAX_DAYS = 10_000

function isDay(iso: string): boolean {
  let known = days.get(iso)
  if (known === undefined) {
    const date = new Date(`${iso}T00:00:00Z`)
    known = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
    if (days.size >= MAX_DAYS) days.clear()
    days.set(iso, known)
  }
  return known
}

/** Joins the parts of a date. It is undefined where there is no such day or month. */
function join(year: string, month?: string, day?: string): string | undefined {
  if (month === undefined) return day === undefined ? year : undefined
  const [last, first] = [month.padStart(2, '0'), day?.padStart(2, '0')]
  const iso = `${year}-${last}-${first ?? '01'}`
  if (!isDay(iso)) return undefined
  return first === undefined ? `${year}-${last}` : iso
}

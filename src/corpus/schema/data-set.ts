/** This file describes the data sets that a study used or made. */
import { z } from 'zod'
import { comparable } from '../comparable.ts'
import { bareDoi, doiAddress, doiKey, isDoi } from '../doi.ts'
import { TEXT, writtenAs } from '../written-as.ts'
import { mappingOf } from './mapping.ts'
import { kindOf, text, unwrap } from './text.ts'

const isAddress = (written: string): boolean => /^https?:\/\/\S+$/i.test(written) && URL.canParse(written)

/** This schema describes what is said of a data set. */
export const dataSetParts = z.object({
  name: text.describe('The name of the data set, with its version where there are several.'),
  doi: text
    .refine((doi) => doi === undefined || isDoi(doi), {
      error: ({ input }) => `must be a DOI like 10.1000/182, and it is ${kindOf(input)}.`,
    })
    .describe('Its DOI, with or without `https://doi.org/`.'),
  url: text
    .refine((url) => url === undefined || isAddress(url), {
      error: ({ input }) => `must be an address that begins with https://, and it is ${kindOf(input)}.`,
    })
    .describe('Where it can be had, if it has no DOI.'),
})

/** A `DataSet` is a data set that a study used or made. */
export interface DataSet {
  /** This is its name, or where it has none, its DOI or its address. */
  readonly name: string
  readonly doi?: string
  /** This is where it can be had, which its DOI says where nothing else does. */
  readonly url?: string
}

const mapping = mappingOf(dataSetParts, (parts, report) => {
  if (Object.values(parts).every((part) => part === undefined))
    report('name', 'is missing. Name the data set, or give its DOI.', Object.keys(dataSetParts.shape))
})

/** This schema accepts a data set: its name, its DOI, its address, or several of them. */
export const dataSet = writtenAs(
  z
    .preprocess((written) => {
      const value = unwrap(written)
      return typeof value === 'string' ? partsOf(value.trim()) : value
    }, mapping)
    .transform(({ name, doi: writtenDoi, url }): DataSet => {
      const doi = writtenDoi && bareDoi(writtenDoi)
      const address = url ?? (doi && doiAddress(doi))
      return {
        name: name ?? doi ?? url!.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ''),
        ...(doi && { doi }),
        ...(address && { url: address }),
      }
    }),
  (convert) => ({ anyOf: [TEXT, convert(mapping)] }),
)

const partsOf = (written: string): z.input<typeof dataSetParts> =>
  isDoi(written) ? { doi: written } : isAddress(written) ? { url: written } : { name: written }

/** Gives the text by which two data sets are the same: the DOI, the address, or the name without regard to its case. */
const dataSetKey = ({ name, doi, url }: DataSet): string =>
  doi === undefined ? (url ?? comparable(name)) : doiKey(doi)

/**
 * Makes the function that names data sets. One that several studies name differently has the name that stands first
 * among all.
 */
export function namesOfDataSets(all: readonly DataSet[]): (dataSet: DataSet) => string {
  const names = new Map(all.toReversed().map((each) => [dataSetKey(each), each.name]))
  return (each) => names.get(dataSetKey(each)) ?? each.name
}

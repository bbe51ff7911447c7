/** This file describes the data sets that a study used or made. */
import { z } from 'zod'
import { bareDoi, doiAddress, isDoi } from '../doi.ts'
import { TEXT, writtenAs } from '../written-as.ts'
import { mappingOf } from './mapping.ts'
import { kindOf, text, unwrap } from './text.ts'

const isAddress = (written: string): boolean => /^https?:\/\/\S+$/i.test(written) && URL.canParse(written)

/** Gives an address as it is shown, and by which two are the same: without its scheme, `www.` and a slash at its end. */
export const bareAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '')

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
        name: name ?? doi ?? bareAddress(url!),
        ...(doi && { doi }),
        ...(address && { url: address }),
      }
    }),
  (convert) => ({ anyOf: [TEXT, convert(mapping)] }),
)

/** Reads a text as what it begins as, so that a DOI or an address that is none is reported and taken for no name. */
function partsOf(written: string): z.input<typeof dataSetParts> {
  if (isDoi(written) || /^(?:10\.\d{4,9}\/|doi:)/i.test(written)) return { doi: written }
  return /^https?:\/\//i.test(written) ? { url: written } : { name: written }
}

/** Takes out of the documents of Office and LibreOffice what they say of their authors. They are ZIP archives. */
import { namesInZip, zipWith } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OPEN_XML = 'http://schemas.openxmlformats.org'

/** The files of a document that hold its properties, and what they hold once those are taken out. */
const PROPERTIES: readonly (readonly [file: RegExp, empty: string])[] = [
  [
    /^docProps\/core\d*\.xml$|\.psmdcp$/,
    `<cp:coreProperties xmlns:cp="${OPEN_XML}/package/2006/metadata/core-properties"/>`,
  ],
  [/^docProps\/app\d*\.xml$/, `<Properties xmlns="${OPEN_XML}/officeDocument/2006/extended-properties"/>`],
  [/^docProps\/custom\d*\.xml$/, `<Properties xmlns="${OPEN_XML}/officeDocument/2006/custom-properties"/>`],
  [
    /^meta\.xml$/,
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3">' +
      '<office:meta/></office:document-meta>',
  ],
]

/** Matches the files of a document that hold comments, or the names of those who changed it. */
const PEOPLE =
  /^(?:word\/(?:comments\w*|people)|xl\/(?:comments\d*|threadedComments\/.*)|ppt\/(?:comments\/.*|commentAuthors|authors))\.xml$/

/** Matches the files of a signature, which would not hold for another document. */
const SIGNATURE = /^_xmlsignatures\/|^META-INF\/documentsignatures\.xml$/

/**
 * Returns a document without its properties, or undefined where it does not parse or is signed. Its text, its comments
 * and everything else stay.
 */
export function withoutOfficeMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const names = namesInZip(bytes)
  if (names === undefined || names.some((name) => SIGNATURE.test(name))) return undefined
  return zipWith(bytes, (name) => {
    const empty = PROPERTIES.find(([file]) => file.test(name))?.[1]
    return empty && XML + empty
  })
}

/** Tells whether a document holds comments, or names those who changed it. */
export const namesPeople = (bytes: Uint8Array): boolean => namesInZip(bytes)?.some((name) => PEOPLE.test(name)) === true

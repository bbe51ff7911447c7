/** This file looks for headings without parsing a text. */

/**
 * Gives the lines of a text that may be headings. Two versions with the same lines have the same headings, so neither
 * has to be parsed.
 */
export function headingLines(text: string): string {
  const lines = text.split('\n')
  return lines.filter((line, index) => LINE.test(line) || UNDERLINE.test(lines[index + 1] ?? '')).join('\n')
}

/** Matches a line that may be a heading, whatever it stands in. A line that only looks like one costs some time. */
const LINE = /^[\s>*+\-\d.)]*#|<h[1-6]\b/i
/** Matches the line under a heading of two lines. */
const UNDERLINE = /^[\s>]*(?:=+|-+)[ \t]*$/

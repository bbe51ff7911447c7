/**
 * This file describes the search of the site, so that a browser can offer it (OpenSearch 1.1,
 * https://github.com/dewitt/opensearch).
 */
import { absolute, withBase } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Settings } from '../site-config.ts'
import { wordsFor } from '../words/words.ts'

/** This is the address of the description, without the site's base. */
export const OPEN_SEARCH = '/opensearch.xml'

/** Short names have at most 16 characters, and descriptions 1024, as OpenSearch says. */
const [MOST_NAME, MOST_DESCRIPTION] = [16, 1024]

/** Describes the search of a site. It is undefined where the site does not know its address, which has to be whole. */
export function openSearch(settings: Settings): string | undefined {
  const { url, title, description, language } = settings
  if (url === undefined) return undefined
  const whole = (path: string): string => escapeHtml(absolute(settings, withBase(settings, path)))
  const name = beginning(title, MOST_NAME) === title ? title : `${beginning(title, MOST_NAME - 1).trimEnd()}…`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeHtml(name)}</ShortName>`,
    `<LongName>${escapeHtml(searchTitle(settings))}</LongName>`,
    `<Description>${escapeHtml(beginning(description, MOST_DESCRIPTION))}</Description>`,
    `<Language>${escapeHtml(language)}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="32" height="32" type="image/svg+xml">${whole('/favicon.svg')}</Image>`,
    `<Url type="text/html" template="${whole('/search/')}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${whole(OPEN_SEARCH)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

/** Names the search of a site. Names have at most 48 characters. */
const searchTitle = ({ title, language }: Settings): string => {
  const { frame, search } = wordsFor(language)
  return beginning(frame.colon(title, search.title), 48)
}

/** Gives the beginning of a text, of so many characters of Unicode at most. */
const beginning = (text: string, most: number): string => Array.from(text).slice(0, most).join('')

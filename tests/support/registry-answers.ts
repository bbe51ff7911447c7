/**
 * Answers of the registries of DOIs, in the forms that they document, cut down to what is read and a little beside it.
 * DOIs and dates are made up, except those that say otherwise.
 */

/**
 * A record of a work in Crossref's REST API, whose `updated-by` has what publishers register and what Retraction Watch
 * records. The form is that of the record of 10.1016/s0140-6736(97)11096-0, whose updates these are
 * (https://crossref.gitlab.io/tutorials/get-rw-metadata/). `relation` is described in
 * https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/.
 */
export const crossrefWork = (doi: string, ...updates: readonly object[]) => ({
  DOI: doi,
  ...(updates.length > 0 && { 'updated-by': updates }),
  relation: {},
})

/** An update of a record of Crossref's. */
export const crossrefUpdate = (type: string, notice: string, ...date: readonly number[]) => ({
  DOI: notice,
  type,
  label: type.charAt(0).toUpperCase() + type.slice(1),
  source: 'retraction-watch',
  ...(date.length > 0 && { updated: { 'date-parts': [date], 'date-time': '2010-02-06T00:00:00Z' } }),
  'record-id': '17269',
})

/** The answer of Crossref about one work (`/works/{doi}`). */
export const crossrefSingle = (work: object) => ({
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: work,
})

/** The answer of Crossref about several works (`/works?filter=doi:…,doi:…`). */
export const crossrefList = (...items: readonly object[]) => ({
  status: 'ok',
  'message-type': 'work-list',
  'message-version': '1.0.0',
  message: { facets: {}, 'total-results': items.length, items, 'items-per-page': 50, query: { 'start-index': 0 } },
})

/**
 * The answer of DataCite about several works (`/dois?ids=…,…`), in the form of its serialiser
 * (https://github.com/datacite/lupo/blob/master/app/serializers/datacite_doi_serializer.rb).
 */
export const dataciteList = (...works: readonly { readonly doi: string; readonly [attribute: string]: unknown }[]) => ({
  data: works.map((attributes) => ({
    id: attributes.doi.toLowerCase(),
    type: 'dois',
    attributes: { state: 'findable', types: { resourceTypeGeneral: 'Text' }, dates: [], ...attributes },
    relationships: {},
  })),
  meta: { total: works.length, totalPages: 1, page: 1 },
})

/** An article on arXiv in DataCite, which is a version of what was published in a journal. */
export const arxivInDatacite = (number: string, published?: string) => ({
  doi: `10.48550/arxiv.${number}`,
  types: { resourceTypeGeneral: 'Preprint', resourceType: 'Article' },
  version: '2',
  dates: [
    { date: '2021-01-01T00:00:00Z', dateType: 'Submitted', dateInformation: 'v1' },
    { date: '2021-02-01T00:00:00Z', dateType: 'Updated', dateInformation: 'v2' },
  ],
  relatedIdentifiers: published
    ? [{ relationType: 'IsVersionOf', relatedIdentifier: published, relatedIdentifierType: 'DOI' }]
    : [],
})

/**
 * The answer of OpenAlex about several works (`/works?filter=doi:…|…`), in the form of its `Work` object
 * (https://docs.openalex.org/api-entities/works/work-object).
 */
export const openalexList = (works: Readonly<Record<string, boolean>>) => ({
  meta: { count: Object.keys(works).length, page: 1, per_page: 50 },
  results: Object.entries(works).map(([doi, isRetracted]) => ({
    doi: `https://doi.org/${doi}`,
    is_retracted: isRetracted,
  })),
})

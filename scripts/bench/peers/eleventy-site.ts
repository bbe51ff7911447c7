/**
 * This file holds the configuration and the templates of a site of Eleventy, as a person who knows Eleventy would
 * write them for speed: the templates are functions.
 */
import type { File } from '../corpus/model.ts'

const CONFIG = String.raw`import markdownIt from 'markdown-it'

const entries = new Map()
const backlinks = new Map()
const topics = new Map()
const add = (lists, key, value) => lists.has(key) ? lists.get(key).push(value) : lists.set(key, [value])
const slug = (topic) => topic.replaceAll(' ', '-')

function wikilinks(md) {
  md.inline.ruler.before('link', 'wikilink', (state, silent) => {
    if (!state.src.startsWith('[[', state.pos)) return false
    const end = state.src.indexOf(']]', state.pos)
    if (end < 0) return false
    const [id, words] = state.src.slice(state.pos + 2, end).split('|')
    const entry = entries.get(id)
    if (entry === undefined) throw new Error('Nothing is called ' + id)
    if (!silent) {
      state.push('link_open', 'a', 1).attrs = [['href', entry.url]]
      state.push('text', '', 0).content = words ?? entry.data.title
      state.push('link_close', 'a', -1)
    }
    state.pos = end + 2
    return true
  })
}

export default function (config) {
  config.setLibrary('md', markdownIt({ html: true }).use(wikilinks))
  config.addCollection('entries', (api) => {
    const all = api.getFilteredByGlob('content/{inquiries,notes}/*.md')
    for (const entry of all) entries.set(entry.fileSlug, entry)
    for (const entry of all) {
      for (const id of new Set(Array.from(entry.rawInput.matchAll(/\[\[([^\]|]+)/g), ([, id]) => id))) add(backlinks, id, entry)
      for (const topic of entry.data.topics) add(topics, topic, entry)
    }
    return all
  })
  config.addCollection('topicList', () => [...topics].map(([name, entries]) => ({ name, slug: slug(name), entries })))
  config.addJavaScriptFunction('entry', (id) => entries.get(id))
  config.addJavaScriptFunction('backlinks', (id) => backlinks.get(id) ?? [])
  config.addJavaScriptFunction('slug', slug)
  return { dir: { input: 'content' }, markdownTemplateEngine: false }
}
`

const PAGE = `export const links = (entries) =>
  '<ul>' + entries.map(({ url, data }) => '<li><a href="' + url + '">' + data.title + '</a></li>').join('') + '</ul>'

export const page = (title, body) => \`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\${title}</title></head><body>
<header><a href="/">Benchmark</a> <a href="/inquiries/">Inquiries</a> <a href="/notes/">Notes</a> <a href="/topics/">Topics</a></header>
\${body}
</body></html>\`
`

const ENTRY = `import { links, page } from '../../page.js'

export function render({ title, lede, topics, serves, content, page: { fileSlug } }) {
  const cited = this.backlinks(fileSlug)
  return page(title, \`<main data-pagefind-body><h1>\${title}</h1>
<p>\${lede}</p>
\${content}
</main>
\${serves.length > 0 ? links(serves.map((id) => this.entry(id))) : ''}
<p>\${topics.map((topic) => '<a href="/topics/' + this.slug(topic) + '/">' + topic + '</a>').join(' ')}</p>
\${cited.length > 0 ? '<h2>Cited in</h2>' + links(cited) : ''}\`)
}
`

const TOPIC = `import { links, page } from '../page.js'

export const data = {
  pagination: { data: 'collections.topicList', size: 1, alias: 'topic' },
  permalink: ({ topic }) => '/topics/' + topic.slug + '/',
}
export const render = ({ topic }) => page(topic.name, '<h1>' + topic.name + '</h1>' + links(topic.entries))
`

const listPage = (title: string, items: string): string => `import { links, page } from '../page.js'

export const data = { permalink: '/${title.toLowerCase()}/' }
export const render = ({ collections }) => page('${title}', '<h1>${title}</h1>' + links(${items}))
`

const entriesIn = (folder: string): string => `collections.entries.filter(({ url }) => url.startsWith('/${folder}/'))`

/** These are the files of the site, besides those of its entries. */
export const ELEVENTY_SITE: readonly File[] = [
  { path: 'eleventy.config.js', text: CONFIG },
  { path: 'page.js', text: PAGE },
  { path: 'content/_includes/entry.11ty.js', text: ENTRY },
  { path: 'content/content.11tydata.json', text: '{}' },
  { path: 'content/inquiries/inquiries.11tydata.json', text: '{ "layout": "entry.11ty.js" }' },
  { path: 'content/notes/notes.11tydata.json', text: '{ "layout": "entry.11ty.js" }' },
  { path: 'content/topic.11ty.js', text: TOPIC },
  { path: 'content/inquiries.11ty.js', text: listPage('Inquiries', entriesIn('inquiries')) },
  { path: 'content/notes.11ty.js', text: listPage('Notes', entriesIn('notes')) },
  {
    path: 'content/topics.11ty.js',
    text: listPage(
      'Topics',
      "collections.topicList.map(({ name, slug }) => ({ url: '/topics/' + slug + '/', data: { title: name } }))",
    ),
  },
]

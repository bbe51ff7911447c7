/**
 * This file holds the configuration and the templates of a site of Hugo, as a person who knows Hugo would write them
 * for speed.
 */
import type { File } from '../corpus/model.ts'

const CONFIG = `baseURL = "https://example.org/"
title = "Benchmark"
disableKinds = ["RSS"]
[taxonomies]
topic = "topics"
[markup.goldmark.renderer]
unsafe = true
[markup.highlight]
noClasses = false
`

/** This hook makes a link to a page that does not exist fail the build, as it does in this project. */
const LINK_HOOK = `{{- if hasPrefix .Destination "/" -}}
{{- with site.GetPage .Destination -}}<a href="{{ .RelPermalink }}">{{ $.Text | safeHTML }}</a>
{{- else -}}{{ errorf "%s links to %s" $.Page.File.Path .Destination }}{{- end -}}
{{- else -}}<a href="{{ .Destination | safeURL }}">{{ .Text | safeHTML }}</a>{{- end -}}`

/**
 * This partial maps the path of each page to the pages that link to it. It is cached, so it is made once for the
 * whole site.
 */
const BACKLINKS = `{{- $links := newScratch -}}
{{- range $page := site.RegularPages -}}
{{- range findRE "/(inquiries|notes)/[^)]+[.]md" .RawContent | uniq -}}
{{- $links.Add (replace . ".md" "/") (slice $page) -}}
{{- end -}}
{{- end -}}
{{- return $links.Values -}}`

const HEAD = (title: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body>
<header><a href="/">Benchmark</a> <a href="/inquiries/">Inquiries</a> <a href="/notes/">Notes</a> <a href="/topics/">Topics</a></header>`

const SINGLE = `${HEAD('{{ .Title }}')}
<main data-pagefind-body><h1>{{ .Title }}</h1>
<p>{{ .Params.lede }}</p>
{{ .Content }}
</main>
{{ with .Params.serves }}<ul>{{ range . }}{{ with site.GetPage (printf "/inquiries/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul>{{ end }}
<p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
{{ with index (partialCached "backlinks.html" "all") .RelPermalink }}<h2>Cited in</h2>
<ul>{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
</body></html>`

const LIST = `${HEAD('{{ .Title }}')}
<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</body></html>`

/** These are the files of the site, besides those of its entries. */
export const HUGO_SITE: readonly File[] = [
  { path: 'config.toml', text: CONFIG },
  { path: 'layouts/_default/_markup/render-link.html', text: LINK_HOOK },
  { path: 'layouts/partials/backlinks.html', text: BACKLINKS },
  { path: 'layouts/_default/single.html', text: SINGLE },
  { path: 'layouts/_default/list.html', text: LIST },
]

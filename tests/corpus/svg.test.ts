/** A published SVG keeps what draws, and nothing that runs or reaches out of the file. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sanitiseSvg } from '../../src/corpus/svg.ts'

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>\n`
const cleaned = (inside: string): string =>
  sanitiseSvg(svg(`<g>${inside}</g>`)).replace(/^<svg[^>]*><g>|<\/g><\/svg>\n$/g, '')

describe('what draws is kept as it is', () => {
  const drawings = [
    '<g transform="rotate(4)" fill="none" stroke="#333" stroke-width="2"><path d="M0 0h9" /><circle cx="1" cy="2" r="3" /></g>',
    '<defs><linearGradient id="a" gradientTransform="rotate(1)"><stop offset="0" stop-color="red" /></linearGradient></defs>',
    '<rect fill="url(#a)" mask="url(&#x22;#m&#x22;)" filter="url(#f) blur(2px)" width="1" height="1" />',
    '<symbol id="s"><title>T</title><desc>D</desc></symbol><use href="#s" x="1" />',
    '<text x="1" text-anchor="middle" font-family="Inter, sans-serif">a &#x3C; b <tspan dy="1">c</tspan></text>',
    '<marker id="m" markerWidth="4" orient="auto"><polygon points="0,0 1,1" /></marker><line marker-end="url(#m)" />',
  ]
  for (const drawing of drawings) test(drawing.slice(0, 60), () => assert.equal(cleaned(drawing), drawing))
})

describe('what runs or reaches out is taken away', () => {
  const hostile: Readonly<Record<string, string>> = {
    '<script>alert(1)</script><g onclick="x()" onload="y"></g>': '<g></g>',
    '<a href="javascript:x"><rect /></a>': '<rect />',
    '<style>@import url(//e.org)</style><rect style="fill:url(//e.org)" />': '<rect />',
    '<foreignObject><p>p</p></foreignObject><rect />': '<rect />',
    '<use href="https://e.org/x.svg#a" /><use href="data:image/svg+xml,x" />': '<use /><use />',
    '<use xlink:href="//e.org/x.svg#a" /><use xlink:href="#a" />': '<use /><use xlink:href="#a" />',
    '<image href="//e.org/x.png" /><animate attributeName="href" to="javascript:x" /><set to="x" /><rect />':
      '<rect />',
    '<rect fill="url(https://e.org/x.svg#a)" filter="url(//e.org#f)" mask="URL(\'x.svg#m\')" />': '<rect />',
    '<rect stroke="\\75rl(x.svg#a)" clip-path="image-set(\'https:e.org\' 1x)" />': '<rect />',
    '<title><script>alert(1)</script></title>': '<title></title>',
  }
  for (const [inside, kept] of Object.entries(hostile))
    test(inside, () => assert.equal(cleaned(inside).replace(/<(g|title) \/>/g, '<$1></$1>'), kept))

  test('handlers of the drawing itself are, too', () => {
    assert.equal(sanitiseSvg('<svg onload="alert(1)" viewBox="0 0 1 1"></svg>'), '<svg viewBox="0 0 1 1" />\n')
  })
})

test('what XML may begin with leaves no trace', () => {
  const entities =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n  <!ENTITY e "<script>x</script>">\n]>'
  const prologue = `\uFEFF<?xml version="1.0"?>\n<?xml-stylesheet href="//e.org/x.css"?>\n<!-- c -->\n${entities}\n`
  assert.equal(sanitiseSvg(prologue + svg('<rect width="1" />')), svg('<rect width="1" />'))
})

test('what is no drawing comes out without a tag', () => {
  assert.equal(sanitiseSvg('<p onclick=x>words <script>x</script><img src=x></p>'), 'words\n')
})

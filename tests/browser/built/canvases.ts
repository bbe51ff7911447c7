/** A site with a canvas of every kind of node, with a draft and a missing file among them. */
const text = (nodes: readonly object[], edges: readonly object[]): string => JSON.stringify({ nodes, edges }, null, 1)

const node = (id: string, x: number, y: number, width: number, height: number, fields: object): object => ({
  ...{ id, x, y, width, height },
  ...fields,
})

const LONG = 'More words than a small box has room for, again and again. '.repeat(8)

export const CANVASES: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Boards\ndescription: A garden with a canvas.\nlanguage: en\nmode: lenient\n',
  'inquiries/tides.md': '---\ntitle: What raises the tides?\nanswer: The *moon*.\n---\nSee [[Map of tides.canvas]].\n',
  'notes/moon.md':
    '---\ntitle: The moon pulls the sea\nclaim: The sea follows the **moon**.\n---\n## How it pulls\n\nTwice a day.\n',
  'notes/embeds.md': '---\ntitle: Embeds\n---\n![[Map of tides.canvas]]\n',
  'notes/secret.md': '---\ntitle: Zebrasecret\ndraft: true\n---\nQuaggasecret.\n',
  'boards/Map of tides.canvas': text(
    [
      node('g', -320, -260, 820, 520, { type: 'group', label: 'Causes', color: '4' }),
      node('t', -280, -220, 320, 220, {
        ...{ type: 'text', color: '1' },
        text: '# Why twice?\n\nBecause of the **far side**, see [[moon#How it pulls]] and <b onclick="alert(1)">$x^2$</b>.',
      }),
      node('m', 160, -220, 300, 160, { type: 'file', file: 'notes/moon.md' }),
      node('s', 160, 60, 300, 80, { type: 'file', file: 'notes/moon.md', subpath: '#How it pulls', color: '#8a2be2' }),
      node('i', 700, -200, 320, 160, { type: 'file', file: 'inquiries/tides.md' }),
      node('d', 700, 60, 320, 80, { type: 'file', file: 'notes/secret.md' }),
      node('x', 700, 200, 320, 80, { type: 'file', file: 'notes/gonemissing.md' }),
      node('l', -320, 340, 320, 80, { type: 'link', url: 'https://example.org/tides', color: '5' }),
      node('w', 100, 340, 220, 90, { type: 'text', text: LONG }),
    ],
    [
      { id: '1', fromNode: 'm', fromSide: 'right', toNode: 'i', toSide: 'left', label: 'supports', color: '4' },
      { id: '2', fromNode: 't', toNode: 'm' },
      { id: '3', fromNode: 'g', fromSide: 'bottom', toNode: 'l', toSide: 'top', toEnd: 'none', label: 'table' },
      { id: '4', fromNode: 's', toNode: 'd', fromEnd: 'arrow', color: '1' },
    ],
  ),
}

/**
 * Stands in for Mermaid, which is no part of this project. It draws each line of a diagram as a word in a box, with all
 * that must not reach a page, and does what a fault in Mermaid might do.
 */
globalThis.mermaid = {
  initialize: (config) => {
    if (config.securityLevel !== 'strict' || config.htmlLabels !== false) throw new Error('It is not strict.')
  },
  parse: (code) => {
    const line = code.split('\n').findIndex((each) => each.includes('wrong')) + 1
    if (line > 0) throw new Error(`Parse error on line ${line}:\n...`)
    while (code.includes('forever'));
  },
  render: (id, code) => {
    const [, address] = /ask (\S+)/.exec(code) ?? []
    if (address !== undefined) {
      void fetch(address).catch(() => undefined)
      new Image().src = address
      document.body.append(Object.assign(document.createElement('script'), { src: address }))
      document.body.append(Object.assign(document.createElement('iframe'), { src: address }))
    }
    const words = code.split('\n').filter((each) => each.trim() !== '')
    const box = (word, index) =>
      `<a href="https://example.org/"><g transform="translate(0,${index * 40})"><rect class="box" width="200" height="30"/>` +
      `<text x="10" y="20" class="said">${word.replace(/[<&]/g, '')}</text></g></a>`
    return {
      svg:
        `<svg id="${id}" xmlns="http://www.w3.org/2000/svg" aria-roledescription="flowchart-v2" viewBox="0 0 900 200">` +
        `<style>#${id} .box{fill:#f4efe6;stroke:rgb(1,2,3)} #${id} .said{font-weight:700}</style>` +
        `<title>${/accTitle: (.*)/.exec(code)?.[1] ?? ''}</title><script>globalThis.ran = true</script>` +
        `<defs><marker id="${id}-end" viewBox="0 0 10 10"><path d="M0 0L10 5"/></marker></defs>` +
        `${words.map(box).join('')}<path d="M0 0L5 5" marker-end="url(#${id}-end)" onclick="globalThis.ran = true"/>` +
        `<foreignObject x="0" y="160" width="100" height="20"><div xmlns="http://www.w3.org/1999/xhtml">` +
        `<p>In HTML<img src="x" onerror="globalThis.ran = true"></p></div></foreignObject></svg>`,
    }
  },
}

/** A site with diagrams, which the stand-in for Mermaid draws. */
import { fileURLToPath } from 'node:url'

export const STUB = { MERMAID_PATH: fileURLToPath(new URL('../../support/stub-mermaid.js', import.meta.url)) }

export const diagram = (code: string): string => `\`\`\`mermaid\n${code}\n\`\`\`\n`

export const DIAGRAMS: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Diagrams\ndescription: A garden with diagrams.\nlanguage: en\nmode: lenient\n',
  'notes/tides.md': `---\ntitle: How tides rise\n---\n${diagram('flowchart LR\naccTitle: The moon pulls\nMoon')}\nWords.\n\n${diagram('flowchart LR\nSun')}`,
  'notes/shows.md': `---\ntitle: Shows them\n---\n![[tides]]\n\n${diagram('flowchart LR\nSun')}`,
  'notes/wrong.md': `---\ntitle: A fault\n---\nWords.\n\n${diagram('flowchart LR\nwrong -->')}`,
  'notes/draft.md': `---\ntitle: Kept back\ndraft: true\n---\n${diagram('flowchart LR\nforever')}`,
}

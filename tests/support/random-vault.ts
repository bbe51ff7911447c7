/** A vault of any size that mixes everything, the same for the same seed. */

/** Mulberry32, a small generator of even numbers between 0 and 1. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Stands in every private file and in none that is public. */
export const CANARY = 'wolpertinger'

const FOLDERS = ['', 'inquiries/', 'notes/', 'notes/deep/er/', 'Daily notes/', '日本/', 'a & b/', 'C# (old)/', 'Über/']
const STRANGE = [
  'what?',
  '50% of it',
  'a: b',
  'dots.in.names',
  "it's",
  '<b>bold</b>',
  '#hash',
  'e\u0301tude',
  '🙂 smile',
  'x'.repeat(150),
]
const WORDS = 'memory sleep practice evidence model learner question answer field study trial reward'.split(' ')

export function vault(size: number, seed: number): Record<string, string | Buffer> {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const some = (chance: number): boolean => next() < chance
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ')
  const names = Array.from(
    { length: size },
    (_, index) => `${pick(FOLDERS)}${some(0.1) ? `${pick(STRANGE)} ${index}` : `note ${index}`}`,
  )
  const secret = new Set(names.filter(() => some(0.08)))
  const open = names.filter((name) => !secret.has(name))
  const base = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

  const link = (): string =>
    pick([
      () => `[[${base(pick(open))}]]`,
      () => `[[${base(pick(open))}|${words(3)}]]`,
      () => `[[${base(pick(open))}#Second part]]`,
      () => `[${words(2)}](<${pick(open)}.md>)`,
      () => `[${words(2)}](/${encodeURI(pick(open))}.md#second-part)`,
      () => `[[no such note ${Math.floor(next() * 99)}]]`,
      () => `#${pick(WORDS)}/${pick(WORDS)}`,
      () => `==${words(2)}==`,
      () => `[@key${Math.floor(next() * 9)}]`,
      () => `%% ${words(2)} [[hidden in a comment]] %%`,
      () => `$${pick(['x^2', '\\frac{a}{b}', '\\frac{a'])}$`,
      () => `\`[[in code]]\``,
      () => `[[${base(pick([...secret, ...open]))}|a link]]`,
    ])()

  const block = (): string =>
    pick([
      () => `${words(12)} ${link()}, ${link()} ${words(5)}. ^b${Math.floor(next() * 9)}`,
      () => `- ${link()}\n- **Supports**:: [[${base(pick(open))}]]\n  - [ ] ${link()}`,
      () => `> [!${pick(['note', 'odd', 'tip'])}]${pick(['', '-', '+'])} ${words(2)}\n> ${link()}`,
      () => `![[${base(pick(open))}${pick(['', '#Second part', '#^b1'])}]]`,
      () => `![[picture.png|${pick(['100', '40x30', words(2)])}]] ![gone](gone.png)`,
      () => `| a | b |\n|---|--:|\n| ${link().replaceAll('|', '\\|')} | ${words(1)} |`,
      () => `\`\`\`${pick(['dataview', 'mermaid', 'js', ''])}\n[[${words(1)}]]\n\`\`\``,
      () => `Text[^1] and <b onclick="x()">html</b> <script>alert(1)</script>\n\n[^1]: ${link()}`,
    ])()

  const head = (name: string): string => {
    if (secret.has(name))
      return `---\n${pick(['draft: true', 'publish: false', 'draft: perhaps'])}\ntitle: ${CANARY} ${words(2)}\naliases: [${CANARY}]\n---\n${CANARY}\n`
    return pick([
      () => '',
      () => `# ${words(3)}\n\n`,
      () =>
        `---\ntitle: ${words(4)}\ntags: [${pick(WORDS)}, "#${pick(WORDS)}"]\ncreated: 2025-0${1 + Math.floor(next() * 9)}-11\n---\n`,
      () => `---\ntitle: ${words(2)}: ${words(2)}\ntags: ${pick(WORDS)}\n---\n`,
      () => `---\ntype: question\nstatus: ${pick(['open', 'opne'])}\nnext: [[${base(pick(open))}]]\n---\n`,
      () => `+++\ntitle = "${words(3)}"\n+++\n`,
      () => `---\nsource: key${Math.floor(next() * 9)}\nsupports: "[[${base(pick(open))}]]"\n---\n`,
    ])()
  }

  const text = (name: string): string =>
    `${head(name)}${block()}\n\n## Second part\n\n${Array.from({ length: 1 + Math.floor(next() * 4) }, block).join('\n\n')}\n`
  return {
    ...Object.fromEntries(names.map((name) => [`${name}.md`, text(name)])),
    'picture.png': PIXEL,
    [`${CANARY}.png`]: PIXEL,
    'references.bib': Array.from(
      { length: 6 },
      (_, index) => `@misc{key${index}, title={T ${index}}, author={A, B}, year={20${10 + index}}}`,
    ).join('\n'),
  }
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADElEQVR4nGNgIAUAAAA0AAHzwzF2AAAAAElFTkSuQmCC',
  'base64',
)

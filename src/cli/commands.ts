/** The commands of Throughline, as `--help`, completion and the commands themselves read them. */

/** An option of a command. It is one of Node's `parseArgs`, with its description for users. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** A whole sentence. */
  readonly description: string
  /** What the value of a `string` is called in the help, such as `folder`. */
  readonly value?: string
  readonly default?: string | boolean
  /** Whether it may be given more than once. */
  readonly multiple?: boolean
}

/** A command, as users know it. */
export interface CommandDescription {
  /** A whole sentence that says what the command does. */
  readonly summary: string
  /** What may stand behind its name beside options, such as `<folder> <folder> …`. */
  readonly operands?: string
  readonly options: Readonly<Record<string, Option>>
  /** Command lines without `throughline`, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[]
}

const OUT_DIR = { type: 'string', default: 'dist', value: 'folder', description: 'The folder of the site.' } as const
const FORCE = { type: 'boolean', description: 'Lets files of others stay in the folder of the site.' } as const
const JSON_OUTPUT = { type: 'boolean', description: 'Prints everything as JSON, for another program.' } as const
const PORT = { type: 'string', value: 'number', description: 'The port of the server.' } as const
const CHOICE = { type: 'string', value: 'which', multiple: true } as const
const HOST = { type: 'boolean', description: 'Serves the site to other devices of the network as well.' } as const

/** All commands by their names, in the order of the help. */
export const COMMANDS = {
  init: {
    summary:
      'Makes a folder ready to be a site: settings, a first inquiry, its note, and how to publish. Overwrites nothing.',
    options: {
      yes: { type: 'boolean', description: 'Asks nothing and takes what is usual.' },
      title: { type: 'string', value: 'text', description: 'The title of the site.' },
      author: { type: 'string', value: 'name', description: 'Who writes it.' },
      host: {
        type: 'string',
        value: 'name',
        description:
          'Where it is published: github, gitlab, codeberg, netlify, cloudflare, vercel, server, docker or none.',
      },
      url: { type: 'string', value: 'address', description: 'The address at which it will be.' },
    },
    examples: [
      ['init', 'asks three questions'],
      ['init --yes --title "On memory"', 'asks none'],
      ['init --yes --host server --url https://example.org/garden', 'writes how a server of your own serves it'],
    ],
  },
  dev: {
    summary: 'Serves the site on this computer, and follows every change of its files.',
    options: {
      port: PORT,
      host: HOST,
      drafts: { type: 'boolean', default: false, description: 'Shows drafts too, with a mark. No build does.' },
    },
    examples: [
      ['dev', 'serves it at http://localhost:4321'],
      ['dev --drafts', 'shows what is not yet public as well'],
      ['dev --port 8080', 'serves it at another port'],
    ],
  },
  build: {
    summary: 'Checks the content and builds the site. Where the content has an error, nothing is written.',
    options: {
      outDir: OUT_DIR,
      fresh: { type: 'boolean', default: false, description: 'Makes everything again.' },
      search: { type: 'boolean', default: true, description: 'Builds a site without search.' },
      force: { ...FORCE, default: false },
      'allow-empty': { type: 'boolean', default: false, description: 'Builds a site of which no entry is left.' },
      shard: { type: 'string', value: 'n/m', description: 'Builds one of several shares, which join puts together.' },
      printed: {
        type: 'boolean',
        default: false,
        description:
          'Makes one page of all inquiries and works besides, to print, and a PDF where a Chromium is installed.',
      },
      single: {
        type: 'boolean',
        default: false,
        description: 'Makes a copy besides that opens from a disk, search included, and packs it.',
      },
    },
    examples: [
      ['build', 'builds the site in dist'],
      ['build --printed', 'makes dist-printed.html and dist-printed.pdf as well'],
      ['build --single', 'makes dist-single and dist-single.zip as well, to hand on or to keep'],
      ['build --outDir public --no-search', 'builds it in another folder, without search'],
    ],
  },
  preview: {
    summary: 'Serves the site that was built, as a host would.',
    options: { outDir: OUT_DIR, port: PORT, host: HOST },
    examples: [['preview', 'serves dist at http://localhost:4321']],
  },
  check: {
    summary: 'Prints what is wrong in the content, with file, line, column and a remedy, and what the audit finds.',
    options: {
      format: { type: 'string', value: 'name', description: 'How it is printed: text, json or github.' },
      json: { ...JSON_OUTPUT, default: false },
      'strict-audit': { type: 'boolean', default: false, description: 'Exits with 1 where the audit finds something.' },
    },
    examples: [
      ['check', 'prints problems and notices'],
      ['check --json', 'prints them for another program'],
    ],
  },
  doctor: {
    summary: 'Looks at Node, git, the content, the settings and what publishing needs, and says what to mend.',
    options: { json: { ...JSON_OUTPUT, default: false } },
    examples: [['doctor', 'says what is missing and what to do']],
  },
  new: {
    summary:
      'Writes the file of a new note, inquiry, page or topic, or adds a source to the bibliography. Overwrites nothing.',
    operands: '<note|inquiry|page|topic|source> <title>',
    options: {
      bib: { type: 'string', value: 'key', description: 'The work of the note, by its key in the bibliography.' },
      doi: { type: 'string', value: 'doi', description: 'The work, by its DOI.' },
      arxiv: { type: 'string', value: 'number', description: 'The work, by its number on arXiv.' },
      online: { type: 'boolean', default: false, description: 'Asks the registries where the bibliography lacks it.' },
      for: { type: 'string', value: 'inquiry', multiple: true, description: 'An inquiry on which the note bears.' },
      role: { type: 'string', value: 'role', description: 'How it bears on that inquiry, such as supports.' },
      name: { type: 'string', value: 'name', description: 'The name of the file.' },
      draft: { type: 'boolean', default: false, description: 'Makes it a draft.' },
    },
    examples: [
      ['new inquiry "How few are enough?"', 'writes an inquiry'],
      ['new note "A claim" --bib cepeda2006distributed', 'writes a note on a work'],
    ],
  },
  import: {
    summary:
      'Makes drafts of annotations in Zotero, files of a graph of Roam or org-roam, or a copy of a vault. It loses no edit.',
    operands: '<file or folder> … | obsidian <folder> | logseq <folder>',
    options: {
      zotero: { type: 'boolean', default: false, description: 'Asks the Zotero that runs on this computer instead.' },
      bib: { type: 'string', value: 'key', description: 'The work of a file in Markdown, which does not say it.' },
      inquiry: {
        ...CHOICE,
        description: 'Which files of a vault are inquiries: "Folder/", "#tag" or "property=value".',
      },
      page: { ...CHOICE, description: 'Which files of a vault are pages.' },
      'leave-out': { ...CHOICE, description: 'Which files of a vault are not copied.' },
      'dry-run': { type: 'boolean', default: false, description: 'Writes nothing, and says what it would write.' },
    },
    examples: [
      ['import export.json', 'imports what Better BibTeX exported'],
      ['import --zotero --dry-run', 'says what Zotero has'],
      ['import backup.json', 'imports a graph that Roam exported'],
      ['import ~/org-roam --dry-run', 'says what would come of notes of org-roam'],
      ['import obsidian ~/vault --inquiry "#question" --dry-run', 'says which note of a vault becomes what'],
      ['import logseq ~/graph --inquiry "type=question" --leave-out journals/', 'copies a graph without its journals'],
      ['import library.bib', 'adds works to the bibliography'],
    ],
  },
  rename: {
    summary: 'Gives an entry or a topic another name, and rewrites every link to it. The old address leads on.',
    operands: '<old> <new>',
    options: {
      'dry-run': { type: 'boolean', default: false, description: 'Changes nothing, and prints a diff.' },
      redirect: { type: 'boolean', default: true, description: 'Leaves no page at the old address.' },
      json: { ...JSON_OUTPUT, default: false },
    },
    examples: [
      ['rename notes/old-name notes/new-name --dry-run', 'prints what would change'],
      ['rename notes/old-name notes/new-name', 'changes it'],
    ],
  },
  refresh: {
    summary: 'Asks the registries what became of the works that are cited, such as a retraction. It uses the network.',
    options: {
      all: { type: 'boolean', default: false, description: 'Asks again about works that were answered today.' },
      quotes: {
        type: 'boolean',
        default: false,
        description: 'Looks for the quotes of notes in their sources as well: in web pages, and in PDFs by pdftotext.',
      },
      links: {
        type: 'boolean',
        default: false,
        description: 'Asks for every address that pages link to or works name, and looks for captures of dead ones.',
      },
      capture: {
        type: 'boolean',
        default: false,
        description: 'The same, and asks the Internet Archive to capture the addresses that it has no capture of.',
      },
    },
    examples: [
      ['refresh', 'writes sources.lock.json into the content folder'],
      ['refresh --quotes', 'says which quotes are not in their sources, and keeps that there too'],
      ['refresh --links', 'says which links are dead; pages then show the last capture of each'],
    ],
  },
  upgrade: {
    summary: 'Moves the package of the site to its newest version, says what changed, and checks the content with it.',
    options: {
      to: {
        type: 'string',
        default: 'latest',
        value: 'version',
        description: 'The version, or the path of a tarball.',
      },
    },
    examples: [
      ['upgrade', 'takes the newest version'],
      ['upgrade --to 0.1.0', 'goes back to a version'],
    ],
  },
  export: {
    summary: 'Writes an inquiry as a paper: Markdown with citations, or a file of Word, LaTeX or JATS by Pandoc.',
    operands: '<inquiry>',
    options: {
      to: { type: 'string', default: 'md', value: 'format', description: 'The format: md, docx, latex or jats.' },
      out: { type: 'string', value: 'file', description: 'The file. What it needs is written beside it.' },
      bibliography: {
        type: 'string',
        default: 'json',
        value: 'format',
        description: 'The format of the bibliography: json (CSL-JSON) or bib (BibTeX).',
      },
      force: { type: 'boolean', default: false, description: 'Writes over files that are there.' },
    },
    examples: [
      ['export how-few', 'writes how-few.md, its bibliography, its style and its pictures'],
      ['export how-few --to docx --out drafts/few.docx', 'writes a file of Word'],
    ],
  },
  join: {
    summary: 'Puts the shares of a large site together, which build --shard made.',
    operands: '<folder> <folder> …',
    options: { outDir: OUT_DIR, force: { ...FORCE, default: false } },
    examples: [['join share-1 share-2', 'makes the site in dist']],
  },
  editor: {
    summary: 'Sets an editor up for the site: schemas, snippets and templates. Changes nothing that is there.',
    operands: '<vscode|obsidian>',
    options: {},
    examples: [
      ['editor vscode', 'checks and completes site.yaml, and adds snippets'],
      ['editor obsidian', 'adds templates and the types of properties'],
    ],
  },
  lsp: {
    summary: 'Serves an editor that speaks the Language Server Protocol: problems, completion, links and renaming.',
    options: {
      stdio: {
        type: 'boolean',
        default: false,
        description: 'Talks over standard input and output, as it always does.',
      },
    },
    examples: [['lsp --stdio', 'is what an editor starts']],
  },
  mcp: {
    summary:
      'Serves an assistant that speaks the Model Context Protocol: questions, claims, and evidence for and against.',
    options: {},
    examples: [['mcp', 'is what an assistant starts']],
  },
  schema: {
    summary: 'Prints a JSON Schema: of the frontmatter of a kind, a work in a note, site.yaml, or what a site exports.',
    operands: '<inquiry|note|page|source|site|graph|entry>',
    options: {},
    examples: [
      ['schema note > note.schema.json', 'describes the frontmatter of notes'],
      ['schema graph', 'describes graph.json, for programs that read it'],
    ],
  },
  completion: {
    summary: 'Prints a script by which a shell completes these commands.',
    operands: '<bash|zsh|fish>',
    options: {},
    examples: [
      ['completion bash >> ~/.bashrc', 'for Bash'],
      ['completion fish > ~/.config/fish/completions/throughline.fish', 'for fish'],
    ],
  },
} as const satisfies Readonly<Record<string, CommandDescription>>

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS

/** Returns the description of a command, or undefined where there is none of this name. */
export const describeCommand = (name: string): CommandDescription | undefined =>
  Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined

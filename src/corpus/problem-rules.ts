/**
 * Every rule by which a file can have an error or a warning. The compiler takes no other id, so that no problem is
 * without an explanation.
 *
 * The rules of the audit explain themselves in `audit/rules.ts`. `docs/problems.md` is generated from both.
 */

/** What is said of a rule, wherever it is explained. */
interface RuleExplanation {
  /** In a few words, what it finds. */
  readonly title: string
  /** When the problem is reported, and what becomes of the text or the field until it is solved. */
  readonly means: string
  /** What the writer can do about it. */
  readonly remedy: string
}

export const PROBLEM_RULES = {
  'frontmatter-yaml': {
    title: 'Frontmatter that is not valid YAML',
    means:
      'The lines between the two `---` cannot be read as YAML, they are no list of fields, or the second ' +
      '`---` is missing. The fields that can be read keep their values.',
    remedy:
      'Put quotes around a value that holds a colon and a space or begins with a special character, indent ' +
      'with spaces, and close the frontmatter with `---`.',
  },
  'frontmatter-toml': {
    title: 'Frontmatter that is not valid TOML',
    means:
      'The lines between the two `+++` cannot be read as TOML. The lines above the first table that can be ' +
      'read by themselves keep their values.',
    remedy: 'Put quotes around text, and close every bracket and quote.',
  },
  'frontmatter-language': {
    title: 'Frontmatter in a language that is not read',
    means:
      'The opening `---` names a language other than YAML or TOML. Code in frontmatter is never run. Nobody ' +
      'can say whether such a file is meant to be public, so it is left out of the site.',
    remedy: 'Write the frontmatter as YAML, between two lines of `---`.',
  },
  'frontmatter-position': {
    title: 'Frontmatter that is not at the beginning of the file',
    means:
      'Blank lines come before the frontmatter, which is read all the same. Or fields such as `draft: true` stand at ' +
      'the beginning of the text and not in the frontmatter: the file is then left out of the site.',
    remedy: 'Put all fields between two lines of `---`, the first of which is the first line of the file.',
  },
  'field-value': {
    title: 'A field with a value that it cannot have',
    means:
      'The value of a field is of another form than the schema asks for. The field, or the wrong item of a ' +
      'list, is left out; an entry with a field about privacy that is not understood is kept off the site.',
    remedy: 'Write one of the values that the message names.',
  },
  'date-ambiguous': {
    title: 'A date that may be read in two ways',
    means:
      'In some countries `05/03/2021` is the fifth of March, and in others the third of May. The entry has the year ' +
      'alone as its date.',
    remedy: 'Write the date as `2021-03-05`.',
  },
  'field-unknown': {
    title: 'A field whose name is nearly that of another',
    means:
      'No field has this name, and the name of some field differs from it in one letter or in the order of ' +
      'its letters. Or it is `role` or `because`, which belong to an item of `inquiries`.',
    remedy: 'Correct the name of the field.',
  },
  'construct-unread': {
    title: 'Words for another program, which are not read',
    means:
      'The text holds a query, a macro, a shortcode or the like that only the program it was written for can run. The ' +
      'message says which, how often it stands in the file, and where first.',
    remedy: 'Write out what it shows, or leave it: nothing else of the file is changed by it.',
  },
  'discourse-graph': {
    title: 'A relation of a discourse graph that has no place',
    means:
      'The file `relations.json` of a vault holds a relation whose node no file has, whose type the settings of the ' +
      'plugin do not declare, or that was imported and is not accepted yet. It is left out, and all others are shown.',
    remedy: 'Publish the missing file or the settings of the plugin, or take the relation out in Obsidian.',
  },
  'base-invalid': {
    title: 'A base that cannot be read',
    means:
      'A `.base` file, or a block of code with the language `base`, is not valid YAML, or is no list of keys. The page ' +
      'of the base has no views, and a block of code is shown as it was written.',
    remedy: 'Let Obsidian write the base, or put quotation marks around expressions that hold quotes, `: ` or `!`.',
  },
  'base-key': {
    title: 'A key of a base that is not read',
    means:
      'A base or a view has a key that says nothing here, or a key without what belongs to it. It is left out, and the ' +
      'view shows the rest.',
    remedy: 'Correct the name of the key, or leave it where Obsidian or a plugin of it wrote it.',
  },
  'base-expression': {
    title: 'An expression of a base that is not understood',
    means:
      'A filter, a formula or a summary has a fault, calls what there is not, or has no value for some note. A filter ' +
      'that is not understood is left out, a formula without a value is an empty cell, and the page says so.',
    remedy: 'The message says where and what. The functions are those that Obsidian documents.',
  },
  'base-view': {
    title: 'A view of a base that is shown as a table',
    means: 'A map and the views of plugins need Obsidian to be drawn. What they hold is shown in a table.',
    remedy: 'Nothing has to be done; or choose a table, cards or a list.',
  },
  'field-unread': {
    title: 'A field that nothing reads',
    means:
      'No field of this kind of entry, and no setting, has this name, so what it says is on no page. Tools write ' +
      'fields of their own into every file, so each name is reported once, where it first stands.',
    remedy: 'Write what it says in the text or in a field that there is, or leave it if another tool reads it.',
  },
  'link-missing': {
    title: 'A link that leads nowhere',
    means: 'No entry and no file has this name, path, title or alias. The page shows the words of the link.',
    remedy: 'Correct the name, write the note, or give an existing entry the name as an alias.',
  },
  'fragment-missing': {
    title: 'A link to a heading or block that is not there',
    means: 'The entry that is linked exists, and it has no such heading or block. The link leads to the entry.',
    remedy: 'Correct the part after the `#`.',
  },
  'link-ambiguous': {
    title: 'A name that several entries share',
    means:
      'More than one entry or file answers to this name equally well. Of several files with the name, the one is ' +
      'taken that Obsidian would take: in the folder of the link, or else with the shortest path. Where entries share an ' +
      'alias or a title, and in fields, none is chosen.',
    remedy: 'Write more of the path: `[[one/twin]]`. The message lists every entry that may be meant.',
  },
  'link-astray': {
    title: 'A path that leads elsewhere, or out of the folder',
    means:
      'The path climbs out of the content folder with `../`, or leads to nothing from the file in which it stands. What is ' +
      'left of it is the path, or the end of the path, of a file, which is taken, as Obsidian does.',
    remedy: 'Correct the path: other programs find nothing there.',
  },
  'link-private': {
    title: 'A link to a draft',
    means:
      'The link leads to an entry that is not published. The page shows the words of the link, and nothing ' +
      'of the draft.',
    remedy: 'Publish the draft, or remove the link.',
  },
  'picture-missing': {
    title: 'A picture that is not there',
    means: 'No file of the content folder has this name. The page says so, with the alternative text of the picture.',
    remedy: 'Put the file beside the note, or correct its name.',
  },
  'inquiry-unknown': {
    title: 'A field that names an inquiry that is not there',
    means:
      'A note lists this inquiry under `inquiries`, or an inquiry lists it under `next`, and no inquiry has this name.',
    remedy: 'Correct the name, or write the inquiry.',
  },
  'entry-unknown': {
    title: 'A relation to an entry that is not there',
    means: 'A field such as `supports`, `disputedBy` or `translations` names an entry, and no entry has this name.',
    remedy: 'Correct the name, or write the entry.',
  },
  'translation-language': {
    title: 'A translation in a language that it cannot be in',
    means:
      'Two entries are translations of each other and in the same language, or one is named as a translation into another language than its own. Of two in one language, the first by its path counts.',
    remedy: 'Write the language of each into its `lang`, or name the right entry.',
  },
  'inquiry-repeated': {
    title: 'An inquiry that one note lists twice',
    means: 'A note bears on an inquiry in one way. Of two roles, the first one counts.',
    remedy: 'Remove one of the two.',
  },
  'source-unknown': {
    title: 'A key that the bibliography lacks',
    means:
      'A citation, or the `source` of a note, names a work that neither `references.bib` nor ' +
      '`references.json` holds. A bare `@name` in a sentence is reported only where it is nearly the key of ' +
      'a work, and only as a warning, for it may be no citation.',
    remedy:
      'Correct the key, or add the work to the bibliography. In a note, fields beside the key (`authors`, `year`, `doi`, ' +
      '`url`, `source title`) describe a work that the bibliography lacks.',
  },
  'source-differs': {
    title: 'A note that says other things of its source than the bibliography',
    means:
      'Beside the key of a work a note has fields such as `authors`, `year` or `doi`, and they say another thing than the ' +
      'bibliography, or one that it does not say. The bibliography is shown.',
    remedy: 'Correct the field or the bibliography, or write into the bibliography what it lacks.',
  },
  bibliography: {
    title: 'A work of the bibliography that cannot be read',
    means:
      'An entry of `references.bib` or `references.json` is not well formed or repeats the key of another ' +
      'one, or a field of it is not understood. Only this entry or field is left out. A command of LaTeX that is not ' +
      'known costs no word of its field. Of what the citation style cannot write, authors, year and title are shown.',
    remedy: 'Correct the entry, or export it again from the reference manager.',
  },
  'citation-style': {
    title: 'A citation style that cannot be used',
    means:
      '`citationStyle` in `site.yaml` names no built-in style and no usable `.csl` file of the content ' +
      'folder. References are written in APA style.',
    remedy: 'Use `apa`, `vancouver` or `harvard1`, or put the file of the style into the content folder.',
  },
  'sources-lock': {
    title: 'A record of retractions that cannot be read',
    means: '`sources.lock.json` is not in the form that `npm run refresh` writes. No retraction is shown.',
    remedy: 'Run `npm run refresh` to write the file anew.',
  },
  'address-taken': {
    title: 'Two entries that ask for the same address',
    means:
      'The address of an entry is made from its path, and another entry has it already. A number is added to ' +
      'one of them.',
    remedy: 'Rename one of the two files.',
  },
  'id-taken': {
    title: 'An id that two notes have',
    means:
      'Two notes have the same id, as Zettlr writes it: at an end of the name of the file, in the field `id`, or after ' +
      '`@ID:`. Both have their pages, and a link by the id may mean either.',
    remedy: 'Give one of the two another id, and mend the links that mean it.',
  },
  'address-too-long': {
    title: 'A name too long for an address',
    means:
      'The address of an entry is made from its path. A folder or file of the site with such a long name could not be ' +
      'written, so the address is cut and ends with a hash of the path. It stays the same from build to build.',
    remedy: 'Give the file, or a folder on its path, a shorter name.',
  },
  redirect: {
    title: 'An old address that no page can have',
    means:
      'An entry asks for an address with `permalink`, `redirect_from` or an alias that is a path, and there is a page, a ' +
      'file or another old address already, or it leads out of the site or holds signs that no address can have.',
    remedy: 'Write another address, or remove it. The message says who has it.',
  },
  maths: {
    title: 'A formula that does not parse',
    means:
      'The TeX between dollar signs cannot be read, or nothing closes the formula that `$$` opens. The page shows it as ' +
      'it was written. Or a definition of the preamble cannot be read, and is left out.',
    remedy: 'Correct the TeX, close the formula, or write `\\$` where a dollar sign is meant.',
  },
  canvas: {
    title: 'A canvas that is not as JSON Canvas has it',
    means:
      'A `.canvas` file is not valid JSON, or a node or an edge in it lacks what it needs, has a type or a value that ' +
      'there is not, or repeats an id. Or its nodes are too far from one another to be drawn, and are only listed. ' +
      'Everything else of the canvas is shown.',
    remedy: 'Mend the place that the message names, or save the canvas in Obsidian again.',
  },
  diagram: {
    title: 'A diagram that is not drawn',
    means:
      'Mermaid found a fault in the code of a diagram, or was not done with it within 10 seconds. Or, as a notice, ' +
      'Mermaid or a Chromium is missing, which are no part of this project. The page shows the code.',
    remedy:
      'Mend the code at the line that the message names. To have diagrams drawn, run `npm install mermaid` in the folder ' +
      'of this project and install Chromium or Chrome. `mermaid: false` in `site.yaml` says that the code is meant.',
  },
  footnote: {
    title: 'A footnote that nothing refers to',
    means:
      'The text has a footnote with this label and no reference to it, or an earlier footnote has the same label. Its ' +
      'words are shown where they stand.',
    remedy: 'Write the reference where it belongs, correct the label, or remove the footnote.',
  },
  table: {
    title: 'A table whose rows are far too short',
    means:
      'The rows lack more than 20,000 cells that the head of the table has. They are not filled up with empty ones.',
    remedy: 'Give the head as many cells as the rows.',
  },
  'too-deep': {
    title: 'A text that is nested too deeply',
    means:
      'More quotes, lists or other parts stand inside one another than the parsers can take. The page shows the ' +
      'text as it was written, without its comments and without the names in its links.',
    remedy: 'Take levels out.',
  },
  'too-many': {
    title: 'A text with too many parts',
    means:
      'A file holds more than 10,000 links, and those after them are shown as text without the names that they lead to. Or ' +
      'it holds more than 200,000 lines and signs that may open something, and the page shows the text as it was written.',
    remedy: 'Cut the file into several.',
  },
  markdown: {
    title: 'A text that cannot be rendered',
    means: 'A part of the Markdown pipeline failed on this text. The page shows it as it was written.',
    remedy: 'Simplify the text, and report the fault with the smallest text that shows it.',
  },
  encoding: {
    title: 'A file that is not UTF-8',
    means:
      'The file is UTF-16, which is read all the same, or it holds bytes that are no UTF-8, each of which is ' +
      'shown as `\uFFFD`.',
    remedy: 'Save the file as UTF-8.',
  },
  'history-unavailable': {
    title: 'A history that is missing or cut off',
    means:
      'The folder is in a git repository, and git cannot be asked, takes too long, or does not trust the repository, ' +
      'because another user owns it. Or a commit has no date that can be read. Or the clone was made with a depth or a ' +
      'filter. Pages say nothing of what is not known.',
    remedy: 'The message says which of these it is, and what to do. `history: off` in `site.yaml` asks for none.',
  },
  'attachment-metadata': {
    title: 'An attachment that says something of a person',
    means:
      'Pictures are published without Exif, XMP, IPTC, comments and thumbnails, sounds and films without tags, and ' +
      'documents of Office and LibreOffice without their properties. Of this file something is not removed: it is a PDF ' +
      'that names its author, a document with comments, signed or of the older Office, a film with a track of places, ' +
      'larger than 500 MB, damaged, or of a rare kind. What is not removed is published.',
    remedy: 'Export the file again without its properties. `metadata: keep` in `site.yaml` publishes all as it is.',
  },
  'file-skipped': {
    title: 'A file that is not read',
    means:
      'The file is a symbolic link, a device, too large (20 MB for a text, 2 GB for a picture), not permitted to be ' +
      'read, or its name is not UTF-8 or repeats that of another file. Or another program keeps it back: drafts of Jekyll, ' +
      'backups of Logseq, what `ignorePatterns` of Quartz or `exclude_docs` of MkDocs names, and the like.',
    remedy: 'The message says which of these it is, and what to do.',
  },
} as const satisfies Readonly<Record<string, RuleExplanation>>

export type ProblemRule = keyof typeof PROBLEM_RULES

export const isProblemRule = (id: string | null | undefined): id is ProblemRule =>
  id !== null && id !== undefined && Object.hasOwn(PROBLEM_RULES, id)

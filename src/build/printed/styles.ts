/** The styles of the printed edition, besides those of the pages. What is in print only is on its screen too. */
export const PRINTED_STYLES = `
.printed .print-only { display: revert !important; }
.printed body { display: block; }
.printed main { max-width: 44rem; margin-inline: auto; padding: var(--gap-l) var(--gutter) var(--gap-xl); }
.printed .columns { display: block; }
.printed article { margin-block-start: var(--gap-xl); }
.edition { min-height: 40vh; align-content: center; }
.edition-contents li { margin-block: 0.4em; }
.edition-works li { margin-block: 0.6em; break-inside: avoid; }
@media print {
  .printed main { max-width: none; padding: 0; }
  .edition { min-height: 60vh; }
  .printed article, .edition-works { break-before: page; margin: 0; }
}
`

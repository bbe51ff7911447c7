/** This is the script of every page. What a page shows only on request is fetched then. */
import { highlightCurrentSection } from './contents.ts'
import { addCopyButtons } from './copy-code.ts'
import { enableFileCopyButtons } from './copy-files.ts'
import './keyboard/keys.ts'
import { highlightCitations } from './highlight-citations.ts'
import { addEnlargeButtons } from './pictures.ts'
import { unfoldForPrint } from './print.ts'
import { makeSortable } from './sort.ts'
import './theme.ts'
import { withWords } from './words.ts'

highlightCurrentSection()
highlightCitations()
makeSortable()
addCopyButtons()
enableFileCopyButtons()
unfoldForPrint()
addEnlargeButtons()
// The search page runs the search at once. With a script of its own, what both scripts use would be a third file that
// every page waits for.
if (document.querySelector('#found') !== null) withWords(() => void import('./search/page.ts'))

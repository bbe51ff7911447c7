/** What every page has. Whatever shows only when it is asked for is fetched then. */
import { followSections } from './contents.ts'
import { addCopyButtons } from './copy-code.ts'
import { offerToCopyFiles } from './copy-files.ts'
import { fetchFontsLater } from './fonts.ts'
import './keyboard/keys.ts'
import { highlightCitations } from './highlight-citations.ts'
import { offerPictures } from './pictures.ts'
import { openForPrint } from './print.ts'
import { makeSortable } from './sort.ts'
import './theme.ts'

followSections()
highlightCitations()
makeSortable()
addCopyButtons()
offerToCopyFiles()
openForPrint()
offerPictures()
fetchFontsLater()

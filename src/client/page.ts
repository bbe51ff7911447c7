/** What every page has. Whatever shows only when it is asked for is fetched then. */
import { addCopyButtons } from './code.ts'
import { followSections } from './contents.ts'
import './keys.ts'
import { offerPictures } from './pictures.ts'
import { openForPrint } from './print.ts'
import './theme.ts'

followSections()
addCopyButtons()
openForPrint()
offerPictures()

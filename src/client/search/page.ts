/** This script runs what a page searches by itself: the search page, or what was meant by an address that is not found. */
import { startSearchPage } from './search-page.ts'

if (document.querySelector('#everything') === null) void import('../not-found.ts')
else startSearchPage()

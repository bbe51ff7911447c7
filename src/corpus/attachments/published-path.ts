/** This file says under which path and by which name an attachment is published. */
import type { FilePath } from '../vocabulary.ts'

/** Matches the files that browsers show by themselves: pictures, sounds, films, PDF and plain text. */
const SHOWN = new RegExp(
  String.raw`\.(a?png|avif|bmp|gif|jpe?g|ico|svg|webp|flac|m4[abv]|mp[34]|mov|mkv|og[gav]|opus|wav|web[ma]|aac|pdf|txt|` +
    'csv|json|bib|zip)$',
  'i',
)

/**
 * Matches other files that no browser and no host takes for a page or a program, because their types are known
 * everywhere: documents, data, archives, and pictures that few browsers show.
 */
const INERT = new RegExp(
  String.raw`\.(docx?|xlsx?|pptx?|od[tsp]|rtf|epub|tsv|7z|bz2|gz|xz|rar|tar|tgz|tiff?|hei[cf]|jpe|jfif|3g[p2]|qt|spx|` +
    'avi|wm[av]|psd|eps|ps)$',
  'i',
)

/**
 * Gives the path of an attachment in the folder of the published attachments. A file of any other type gets an ending
 * that makes it plain text, because a page or a script of a stranger would otherwise run on the site when somebody
 * opens its address.
 *
 * @example
 * publishedPath('data/table.xlsx') // 'data/table.xlsx'
 * publishedPath('data/page.html') // 'data/page.html.raw.txt'
 * publishedPath('data/run.php') // 'data/run-php.raw.txt', because some hosts run what has `.php` anywhere in its name
 */
export const publishedPath = (path: FilePath): FilePath =>
  (SHOWN.test(path) && !path.endsWith(TEXT)) || INERT.test(path)
    ? path
    : path.replace(/\.(?=(?:php\d?|phtml|phar|cgi|p[lm]|aspx?|jspx?|[sj]html?|fcgi)(?:$|\.))/gi, '-') + TEXT

const TEXT = '.raw.txt'

/**
 * Gives the name under which a browser keeps an attachment that it cannot show. It is undefined for one that it shows.
 *
 * @example
 * downloadName('data/table.xlsx') // 'table.xlsx'
 * downloadName('data/table.csv') // undefined
 */
export const downloadName = (path: FilePath): string | undefined =>
  SHOWN.test(path) && !path.endsWith(TEXT) ? undefined : path.slice(path.lastIndexOf('/') + 1)

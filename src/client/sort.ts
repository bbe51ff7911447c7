import { element } from './element.ts'

/**
 * Turns the heads of columns that have `data-by` into buttons that sort the rows of their table, first up and then
 * down, in the order of the page's language. The key of a cell is its `data-sort`, or else its text.
 */
export function makeSortable(): void {
  const collator = new Intl.Collator([document.documentElement.lang, 'en'].filter(Boolean), { numeric: true })
  for (const table of document.querySelectorAll<HTMLTableElement>('[data-sortable]')) {
    const body = table.tBodies[0]!
    const heads = [...table.tHead!.rows[0]!.cells]
    heads.forEach((head, column) => {
      if (head.dataset['by'] === undefined) return
      const button = element('button', { type: 'button' }, ...head.childNodes)
      head.append(button)
      button.addEventListener('click', () => {
        const direction = head.ariaSort === 'ascending' ? -1 : 1
        const key = ({ cells }: HTMLTableRowElement): string =>
          cells[column]!.dataset['sort'] ?? cells[column]!.textContent
        body.append(...[...body.rows].sort((a, b) => direction * collator.compare(key(a), key(b))))
        for (const each of heads) each.ariaSort = null
        head.ariaSort = direction > 0 ? 'ascending' : 'descending'
      })
    })
  }
}

import { element } from './element.ts'
import { words } from './words.ts'

/**
 * Shows a modal dialog over the page, under a title and with a button that closes it. The browser keeps the focus in
 * it and gives it back afterwards. The dialog is removed from the page when it is closed: by its button, by Escape,
 * or by a click outside it.
 *
 * @param title The heading of the dialog, and its accessible name.
 * @param className The class that the dialog is styled by.
 * @example openDialog('Picture', 'picture', element('img', { src: '/figure.svg', alt: '' }))
 */
export function openDialog(title: string, className: string, ...children: Node[]): void {
  const close = element('button', { type: 'button', autofocus: '' }, words().close)
  const head = element('div', { class: 'head' }, element('h2', { class: 'label' }, title), close)
  const dialog = element('dialog', { class: className, 'aria-label': title }, element('div', {}, head, ...children))
  dialog.onclick = ({ target }) => {
    if (target === dialog || target === close) dialog.close()
  }
  dialog.onclose = () => dialog.remove()
  document.body.append(dialog)
  dialog.showModal()
}

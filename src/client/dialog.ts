import { element } from './element.ts'

/**
 * Shows a dialog over the page. The browser keeps the focus in it and gives it back; it is gone from the page once it is closed, by its
 * button, by Escape, or by a click beside it.
 */
export function openDialog(title: string, className: string, ...children: Node[]): void {
  const close = element('button', { type: 'button', autofocus: '' }, 'Close')
  const head = element('div', { class: 'head' }, element('h2', { class: 'label' }, title), close)
  const dialog = element('dialog', { class: className, 'aria-label': title }, element('div', {}, head, ...children))
  dialog.onclick = ({ target }) => {
    if (target === dialog || target === close) dialog.close()
  }
  dialog.onclose = () => dialog.remove()
  document.body.append(dialog)
  dialog.showModal()
}

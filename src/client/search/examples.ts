/** This file offers questions of the site to search for, while nothing is typed. */
import { element } from '../element.ts'
import { words } from '../words.ts'
import { loadEngine } from './session.ts'

/**
 * Shows the examples as buttons, once the index is loaded. Where that fails, or there are none, nothing is shown.
 *
 * @param search Is called with the question that was chosen.
 */
export async function showExamples(place: HTMLElement, search: (question: string) => void): Promise<void> {
  const questions = await loadEngine().then(
    ({ examples }) => examples,
    () => [],
  )
  if (questions.length === 0) return
  const buttons = questions.map((question) => {
    const button = element('button', { type: 'button' }, question)
    button.addEventListener('click', () => search(question))
    return element('li', {}, button)
  })
  place.replaceChildren(element('p', { class: 'label' }, words().search.examples), element('ul', {}, ...buttons))
}

/** The base of the site, with a slash at its end. Vite has its own addresses below it. */
export const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/')

/** Renders a place as a button that has Vite open it in the editor: the one that runs, or that of LAUNCH_EDITOR. */
export function renderPlace(place: string, words = place): HTMLElement {
  const button = document.createElement('button')
  button.className = 'place'
  button.title = 'Open in the editor'
  button.textContent = words
  button.addEventListener('click', () => void fetch(`${BASE}__open-in-editor?file=${encodeURIComponent(place)}`))
  return button
}

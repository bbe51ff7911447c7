import type { Plugin } from 'vite'

/**
 * A font that is not there when the page is first painted is shown from the next page on, so that no text ever moves under a reader's
 * eyes. The packages of fonts say `swap`, which exchanges it whenever it comes. A formula without its font is hardly one, so that one is
 * still exchanged. In dev, styles are sent anew with every page, and are left as they are.
 */
export const fontDisplay = (): Plugin => ({
  name: 'throughline:font-display',
  apply: 'build',
  config: () => ({ css: { postcss: { plugins: [rewrite] } } }),
})

const rewrite = {
  postcssPlugin: 'throughline:font-display',
  Declaration: {
    'font-display': (declaration: Declaration): void => {
      if (/@fontsource/.test(declaration.source?.input.file ?? '')) declaration.value = 'optional'
    },
  },
}

/** As far as it is read here. */
interface Declaration {
  value: string
  readonly source?: { readonly input: { readonly file?: string } }
}

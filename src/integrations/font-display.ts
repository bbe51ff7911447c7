import type { Plugin } from 'vite'

/**
 * A Vite plugin that sets `font-display: optional` for the fonts of the `@fontsource` packages.
 *
 * These packages say `swap`, so that a font which arrives after the first paint replaces the text and moves it while it
 * is read. With `optional`, such a font is used from the next page on, as those of `src/styles/fonts.css` are. The font
 * of formulas is declared in `src/styles/maths.css` and keeps `swap`, because a formula is hardly readable without it.
 * In dev the styles stay as they are, because they are sent again with every page.
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

/** The properties of a PostCSS declaration that are used here. */
interface Declaration {
  value: string
  readonly source?: { readonly input: { readonly file?: string } }
}

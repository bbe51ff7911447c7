/**
 * A font that is not there when the page is first painted is shown from the next page on, so that no text ever moves under a reader's
 * eyes. The packages of fonts say `swap`, which exchanges it whenever it comes. A formula without its font is hardly one, so that one is
 * still exchanged.
 */
export const fontDisplay = {
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

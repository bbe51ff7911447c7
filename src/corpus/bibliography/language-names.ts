/** This file knows the names that Babel and Polyglossia have for languages, by which BibLaTeX names that of a work. */

const TAGS: Readonly<Record<string, string>> = Object.fromEntries(
  `acadian=fr-CA american=en-US arabic=ar austrian=de-AT australian=en-AU basque=eu brazil=pt-BR brazilian=pt-BR british=en-GB
  bulgarian=bg canadian=en-CA canadien=fr-CA catalan=ca chinese=zh croatian=hr czech=cs danish=da dutch=nl english=en
  esperanto=eo estonian=et finnish=fi francais=fr french=fr galician=gl german=de germanb=de greek=el hebrew=he hungarian=hu
  icelandic=is indonesian=id irish=ga italian=it japanese=ja korean=ko latin=la latvian=lv lithuanian=lt magyar=hu
  mexican=es-MX naustrian=de-AT newzealand=en-NZ ngerman=de norsk=nb norwegian=nb nswissgerman=de-CH nynorsk=nn persian=fa
  polish=pl polutonikogreek=el portuges=pt portuguese=pt romanian=ro russian=ru scottish=gd serbian=sr serbianc=sr slovak=sk
  slovene=sl slovenian=sl spanish=es swedish=sv swissgerman=de-CH turkish=tr ukenglish=en-GB ukrainian=uk usenglish=en-US
  usorbian=hsb vietnamese=vi welsh=cy deutsch=de englisch=en anglais=en español=es français=fr italiano=it português=pt eng=en
  ger=de deu=de fre=fr fra=fr spa=es ita=it por=pt rus=ru`
    .split(/\s+/)
    .map((pair) => pair.split('=')),
) as Record<string, string>

/**
 * Gives the tag of a language (BCP 47). What is neither a name nor a tag is undefined.
 *
 * @example
 * languageTag('ngerman') // 'de'
 * languageTag('en_US') // 'en-US'
 */
export function languageTag(written: string): string | undefined {
  const name = written.trim().replaceAll('_', '-')
  const known = TAGS[name.toLowerCase()]
  return known ?? (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(name) ? name : undefined)
}

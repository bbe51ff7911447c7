/** A site that names one host whose frames a reader may open. */
const FRAME =
  '<iframe src="https://player.example.org/v/1" width="560" height="315" title="The tides of a day"></iframe>'

export const FRAMES: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Frames\ndescription: A garden with frames.\nlanguage: pt-BR\nframes: [player.example.org]\n',
  'notes/film.md': `---\ntitle: A film\n---\nWords before.\n\n${FRAME}\n\nWords after.\n`,
  'notes/shows.md': '---\ntitle: Shows the film\n---\n![[film]]\n',
  'notes/other.md': '---\ntitle: Another host\n---\n<iframe src="https://other.example/v"></iframe>\n',
}

/** What is published of a picture, a sound or a film looks and sounds the same in a browser. */
import { expect, test, type Page } from '@playwright/test'
import { publicBytes } from '../../src/corpus/attachments/public-bytes.ts'
import { mediaFiles } from '../support/media-files.ts'

const files = mediaFiles()
const PICTURES = ['x.avif']
const SOUNDS = ['x.flac', 'x.mp3', 'x.ogg', 'x.opus', 'x.wav']

for (const [paths, decode] of [
  [PICTURES, pixelsOf],
  [SOUNDS, soundOf],
  [['x.webm'], pixelsOfFilm],
] as const)
  for (const path of paths)
    test(path, async ({ page }) => {
      const before = await decode(page, files[path]!)
      const after = await decode(page, publicBytes(path, files[path]!, { metadata: 'remove' }).bytes)
      expect(before.length).toBeGreaterThan(100)
      expect(after).toEqual(before)
    })

function pixelsOf(page: Page, bytes: Uint8Array): Promise<number[]> {
  return page.evaluate(
    async (numbers) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(numbers)], { type: 'image/avif' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
      canvas.drawImage(picture, 0, 0)
      return [...canvas.getImageData(0, 0, picture.width, picture.height).data]
    },
    [...bytes],
  )
}

function soundOf(page: Page, bytes: Uint8Array): Promise<number[]> {
  return page.evaluate(
    async (numbers) => {
      const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(new Uint8Array(numbers).buffer)
      return [...sound.getChannelData(0)]
    },
    [...bytes],
  )
}

function pixelsOfFilm(page: Page, bytes: Uint8Array): Promise<number[]> {
  return page.evaluate(
    async (numbers) => {
      const film = document.createElement('video')
      film.src = URL.createObjectURL(new Blob([new Uint8Array(numbers)], { type: 'video/webm' }))
      await new Promise((resolve, reject) => {
        film.onloadeddata = resolve
        film.onerror = () => reject(new Error(film.error?.message))
      })
      const canvas = new OffscreenCanvas(film.videoWidth, film.videoHeight).getContext('2d')!
      canvas.drawImage(film, 0, 0)
      return [...canvas.getImageData(0, 0, film.videoWidth, film.videoHeight).data]
    },
    [...bytes],
  )
}

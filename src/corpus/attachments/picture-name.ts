import type { FilePath } from '../vocabulary.ts'

const PICTURE = /\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp)$/i

/** Tells by its name whether a file is a picture that browsers show. */
export const isPictureName = (path: FilePath): boolean => PICTURE.test(path)

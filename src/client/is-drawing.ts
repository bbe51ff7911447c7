/** A drawing is sharp at any size. */
export const isDrawing = ({ src }: HTMLImageElement): boolean => /\.svg$/i.test(src)

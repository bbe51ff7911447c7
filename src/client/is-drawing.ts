/** Tells whether a picture is an SVG drawing, which is sharp at any size. */
export const isDrawing = ({ src }: HTMLImageElement): boolean => /\.svg$/i.test(src)

/**
 * Returns the path of something that a build makes beside the folder of the site.
 *
 * @example besideSite('dist/', '-single') // 'dist-single'
 */
export const besideSite = (outDir: string, end: string): string => outDir.replace(/[\\/]+$/, '') + end

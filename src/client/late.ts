type Overlays = typeof import('./overlays.ts')

let loading: Promise<Overlays> | undefined

/** What is fetched when it is first asked for. Who asks for it meanwhile gets it in turn, which two imports do not promise. */
export const overlays = (): Promise<Overlays> => (loading ??= import('./overlays.ts'))

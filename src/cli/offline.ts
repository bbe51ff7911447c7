/**
 * Switches off what Astro sends and looks up by itself: its telemetry, and its question for a newer version. The
 * scripts of `package.json` load this module before the command, with `node --import`, and `astro.config.mjs` loads it
 * for whoever starts Astro in another way. Processes that a command starts inherit it.
 */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true'

/**
 * Keeps Astro from the network. By itself it tells its makers of every build, for which it also asks git about the repository, and the
 * development server asks for newer versions. Astro reads these variables when it is about to do so, which is after it has read the
 * configuration that imports this file.
 */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true'

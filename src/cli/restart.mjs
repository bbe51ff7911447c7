/** With this exit code a command asks to be run again in a new process, because code that it loaded has changed. */
export const RESTART = 75

/** This variable tells a command that it was run again. */
export const RESTARTED = 'THROUGHLINE_RESTARTED'

/** This file says when two short texts of notes are the same. Scripts use it too, apart from what sorts texts. */

/**
 * Gives the form of a text in which measures, units and other facts are compared: the case of letters counts for nothing,
 * and neither does how wide a space is.
 */
export const comparable = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

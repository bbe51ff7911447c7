/**
 * This file tells whether a note has a figure that an essay names. The numbers of a note are read when they are first
 * asked for, and then kept.
 */
import type { LooseFigure, LooseKind } from '../figures/loose-figure.ts'
import { looseFiguresOf } from '../figures/loose-figures.ts'
import { decimalOf } from '../figures/numerals.ts'
import { quantitiesIn } from '../figures/quantities.ts'
import { hasWords } from '../figures/spellings.ts'
import { bodyOf } from '../frontmatter/split.ts'
import type { Figure } from '../model/figure.ts'
import type { ParsedNote } from '../model/parsed.ts'
import type { FilePath } from '../vocabulary.ts'
import { isInDigits, isInWords } from './same-figure.ts'
import type { NoteText } from './note-text.ts'
import { isContradicted } from './rival-figure.ts'
import { isSwapped } from './swapped-figure.ts'

/** `NoteFigures` tells which figures are in which notes of a corpus. */
export class NoteFigures {
  readonly #language: string
  readonly #known = new Map<FilePath, NoteText>()

  /** @param language The language of the site, in which a note is read that names none. */
  constructor(language: string) {
    this.#language = language
  }

  /**
   * Tells whether a note has a figure, in any of the ways in which it may be written.
   *
   * @param others The figures of the same paragraph.
   */
  has(note: ParsedNote, figure: Figure, others: readonly Figure[]): boolean {
    const read = this.#textOf(note)
    return (isInDigits(figure, read) && !isSwapped(figure, others, read)) || isInWords(figure, read)
  }

  /** Tells whether a note makes the statement of a figure with another number. */
  contradicts(note: ParsedNote, figure: Figure): boolean {
    return isContradicted(figure, this.#textOf(note))
  }

  #textOf(note: ParsedNote): NoteText {
    let read = this.#known.get(note.path)
    if (read === undefined) this.#known.set(note.path, (read = readNote(note, note.data.lang ?? this.#language)))
    return read
  }
}

function readNote({ title, text: written, data: { claim = '', quote = '' } }: ParsedNote, language: string): NoteText {
  const text = [title, claim, quote, bodyOf(written)].join('\n')
  const quantities = quantitiesIn(text, decimalOf(language))
  const known = new Map<LooseKind, readonly LooseFigure[]>()
  const loose = (kind: LooseKind): readonly LooseFigure[] => {
    let found = known.get(kind)
    if (found === undefined) known.set(kind, (found = looseFiguresOf(kind, text, quantities)))
    return found
  }
  let small: string | undefined
  return {
    text,
    quantities,
    loose,
    hasWords: (words) => words.length > 0 && hasWords((small ??= text.toLowerCase()), words),
  }
}

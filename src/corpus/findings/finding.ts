/** This file describes what the page of findings of an inquiry shows. */
import type { CitedSource, Ref, WithMarkup } from '../model/entry.ts'
import type { Study } from '../model/study.ts'
import type { Effect } from '../schema/effect.ts'
import type { EffectKind, Pooling } from '../schema/effect-kinds.ts'
import type { Stance } from '../vocabulary.ts'

/** A `Finding` is a note with the facts of its study, and one effect of it at most. */
export interface Finding extends WithMarkup {
  readonly note: Ref
  /** These are the names of the works that the note is drawn from, or its own address where it has none. */
  readonly works: readonly string[]
  /** This is true where the note is no part of the evidence, as with one that rests on a retracted work. */
  readonly isOut?: true
  /** The role is undefined where the essay cites the note and the note does not name the inquiry. */
  readonly role?: Stance
  /** This line says how the note bears on the inquiry. */
  readonly because?: string
  readonly sources: readonly Pick<CitedSource, 'key' | 'short' | 'href' | 'year'>[]
  readonly study: Omit<Study, 'effects'>
  readonly effect?: Effect
}

/** A `Sample` is how many of what was studied, in all studies of an outcome that count the same. */
export interface Sample {
  readonly n: number
  readonly counted?: string
}

/** A `Summary` is what several findings come to. */
export interface Summary {
  /** This counts the notes, each once. */
  readonly notes: number
  /** This counts the works that the notes are drawn from, each once. */
  readonly works: number
  readonly samples: readonly Sample[]
  /** These are the designs, each once. */
  readonly designs: readonly string[]
}

/** An `Outcome` is what was found of one measure. It is undefined where notes do not say what was measured. */
export interface Outcome extends Summary {
  readonly measure?: string
  readonly findings: readonly Finding[]
  readonly plots: readonly ForestPlot[]
}

/** A `ValuedEffect` is an effect with a value, which has a place on a scale. */
export type ValuedEffect = Effect & { readonly kind: EffectKind; readonly value: number }

/** A `Plotted` is what a plot has to know of a finding. */
export type Plotted = Pick<Finding, 'works' | 'isOut'> & { readonly effect: ValuedEffect }

/** A `ForestPlot` is a drawing of effects of one kind and measure. Places are in per cent of its width. */
export interface ForestPlot<F extends Plotted = Finding & Plotted> {
  readonly kind: EffectKind
  readonly rows: readonly PlotRow<F>[]
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  /** This is where nothing changed. It is undefined where the kind has no such value. */
  readonly noEffect?: number
  readonly isLogarithmic?: true
  /** This is how the writer asks to put the effects together. */
  readonly pooling?: Pooling
  /** This is what came of putting them together. */
  readonly pooled?: PooledRow
  /** This says why they were not put together, where the writer asks for it. */
  readonly notPooled?: 'intervals' | 'works'
}

/** A `PlotRow` is an effect of a plot. */
export interface PlotRow<F extends Plotted = Finding & Plotted> {
  readonly finding: F
  readonly at: number
  readonly from?: number
  readonly to?: number
  /** This is its share of all weights, between 0 and 1, where the source gives weights or effects are put together. */
  readonly weight?: number
}

/** A `PooledRow` is what came of putting effects together. */
export interface PooledRow {
  readonly by: 'fixed' | 'random'
  readonly effect: Effect
  readonly at: number
  readonly from: number
  readonly to: number
  /** This counts the effects that went in. */
  readonly count: number
  /** These are shares and variances as `pool` gives them. */
  readonly iSquared: number
  readonly tauSquared: number
}

/** These are the facts by which both sides of an inquiry are compared. */
export const FACETS = ['population', 'data', 'measure', 'dose', 'year', 'design'] as const
/** A `Facet` is one of these facts. */
export type Facet = (typeof FACETS)[number]

/** A `Side` is what the notes of one side state of a facet: each value with the notes that state it. */
export type Side = readonly { readonly value: string; readonly notes: readonly Ref[] }[]

/** A `Conflict` compares the notes that support an answer with those that dispute it. */
export interface Conflict {
  readonly differs: readonly { readonly facet: Facet; readonly supports: Side; readonly disputes: Side }[]
  /** These facets are the same on both sides. */
  readonly same: readonly Facet[]
  /** These are stated on neither side. */
  readonly unstated: readonly Facet[]
}

/** This file knows units and multiples by the words and signs for them, in English, German, French and Spanish. */

import type { Unit } from '../model/figure.ts'

/** Writes out a table of units: each has the signs and words for it, with spaces between them. */
const unitsOf = (dimension: string, table: Readonly<Record<string, number>>): [string, Unit][] =>
  Object.entries(table).flatMap(([words, factor]) =>
    words.split(' ').map((word): [string, Unit] => [word, { dimension, factor }]),
  )

/** These are spans of a day and less, and of weeks, in seconds. */
const SPANS = {
  'ms milliseconds millisecond Millisekunden millisecondes milisegundos': 1e-3,
  's sec secs second seconds Sekunde Sekunden seconde secondes segundo segundos': 1,
  'min mins minute minutes Minute Minuten minuto minutos': 60,
  'h hr hrs hour hours Stunde Stunden heure heures hora horas': 3600,
  'd day days Tag Tage Tagen jour jours día días dia dias': 86_400,
  'week weeks wk wks Woche Wochen semaine semaines semana semanas': 604_800,
}
/** These are longer spans, in months. A month has no fixed number of days. */
const LONG_SPANS = {
  'month months Monat Monate Monaten mois mes meses': 1,
  'year years yr yrs Jahr Jahre Jahren an ans année années año años': 12,
  'decade decades Jahrzehnt Jahrzehnte Jahrzehnten décennie décennies década décadas': 120,
  'century centuries Jahrhundert Jahrhunderte Jahrhunderten siècle siècles siglo siglos': 1200,
}

const UNITS = new Map<string, Unit>([
  ...unitsOf('share', { '% percent pct Prozent Prozentpunkte Prozentpunkten pourcent': 0.01, '‰': 0.001 }),
  ...unitsOf('times', { 'x × X times fold mal fach fois veces': 1 }),
  ...unitsOf('length', {
    'km kilometres kilometers kilometre kilometer Kilometer kilomètres kilómetros': 1000,
    'm metres meters metre meter Meter Metern mètres mètre metros metro': 1,
    'cm centimetres centimeters Zentimeter centimètres centímetros': 0.01,
    'mm millimetres millimeters Millimeter millimètres milímetros': 0.001,
    'µm μm um micrometres micrometers microns': 1e-6,
    'nm nanometres nanometers': 1e-9,
    'mile miles mi Meile Meilen': 1609.344,
  }),
  ...unitsOf('mass', {
    't tonne tonnes Tonne Tonnen tonelada toneladas': 1e6,
    'kg kilogram kilograms kilo kilos Kilogramm Kilo kilogrammes kilogramos': 1000,
    'g gram grams Gramm grammes gramos': 1,
    'mg milligram milligrams Milligramm milligrammes miligramos': 1e-3,
    'µg μg ug mcg microgram micrograms': 1e-6,
    'ng nanogram nanograms': 1e-9,
  }),
  ...unitsOf('volume', {
    'l L litre litres liter liters Liter Litern litro litros': 1,
    'dl dL': 0.1,
    'ml mL millilitre millilitres milliliter milliliters Milliliter': 1e-3,
    'µl μl µL μL ul uL': 1e-6,
  }),
  ...unitsOf('span', SPANS),
  ...unitsOf('long span', LONG_SPANS),
  ...unitsOf('frequency', { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 }),
  ...unitsOf('power', { mW: 1e-3, W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 }),
  ...unitsOf('energy', { J: 1, kJ: 1e3, MJ: 1e6, kWh: 3.6e6, MWh: 3.6e9, GWh: 3.6e12, TWh: 3.6e15 }),
  ...unitsOf('daltons', { Da: 1, mDa: 1e-3, kDa: 1e3, MDa: 1e6 }),
  ...unitsOf('bytes', { MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 }),
  ...unitsOf('molarity', { nM: 1e-9, µM: 1e-6, μM: 1e-6, mM: 1e-3 }),
  ...unitsOf('temperature', { '°C': 1 }),
  ...unitsOf('$', { '$ USD dollar dollars Dollar dólares': 1 }),
  ...unitsOf('€', { '€ EUR euro euros Euro Euros': 1 }),
  ...unitsOf('£', { '£ GBP': 1 }),
  ...unitsOf('¥', { '¥ JPY yen': 1 }),
])

/** Gives the unit that a word or sign stands for. Signs are told apart by capitals, and words need not be. */
export const unitOf = (word: string): Unit | undefined =>
  UNITS.get(word) ?? (word.length > 3 ? UNITS.get(word.toLowerCase()) : undefined)

const MULTIPLES = new Map<string, number>([
  ...['hundred', 'hundert'].map((word): [string, number] => [word, 1e2]),
  ...['k', 'thousand', 'tausend', 'tsd', 'mille', 'mil'].map((word): [string, number] => [word, 1e3]),
  ...['m', 'mn', 'mio', 'million', 'millions', 'millionen', 'millón', 'millones'].map((word): [string, number] => [
    word,
    1e6,
  ]),
  ...['b', 'bn', 'mrd', 'billion', 'milliarde', 'milliarden', 'milliard', 'milliards'].map((word): [string, number] => [
    word,
    1e9,
  ]),
  ...['t', 'tn', 'trillion', 'billionen', 'billones'].map((word): [string, number] => [word, 1e12]),
])

/** Gives what a word after a number multiplies it by: `million`, `Mrd`, `k`. It is undefined for other words. */
export function multipleOf(word: string): number | undefined {
  // A small m, b or t is more often a metre, a bit or a tonne than a multiple.
  if (word.length === 1 && !/[kKMBT]/.test(word)) return undefined
  return MULTIPLES.get(word.toLowerCase())
}

/** Gives the words and signs of all units of a dimension, with the units that they stand for. */
export const unitWordsOf = (dimension: string): [string, Unit][] =>
  [...UNITS].filter(([, unit]) => unit.dimension === dimension)

/** This file tells which of the data sets that several notes name are the same, and what each is called. */
import { comparable } from '../comparable.ts'
import { doiKey } from '../doi.ts'
import { bareAddress, type DataSet } from '../schema/data-set.ts'

/**
 * Makes the function that names data sets. The same data set has the same name, and no two have one. The same are those
 * with one DOI, or with one address where there is no DOI. One that has neither is the only one that is called so.
 *
 * @param all All data sets that are compared. A name that comes first is taken before others.
 */
export function namesOfDataSets(all: readonly DataSet[]): (dataSet: DataSet) => string {
  const groups = Map.groupBy(all, identityOf)
  groups.delete(undefined)
  const named = [...groups].map(([id, sets]) => ({
    id,
    name: sets.map(({ name }) => name).find((name) => !isIdentity(name, id!)) ?? sets[0]!.name,
  }))
  const byName = Map.groupBy([...named, ...all.filter((each) => identityOf(each) === undefined)], ({ name }) =>
    comparable(name),
  )
  const nameIn = ({ name }: Pick<DataSet, 'name'>): string => byName.get(comparable(name))?.[0]?.name ?? name
  const isAlone = (name: string): boolean =>
    named.filter((each) => comparable(each.name) === comparable(name)).length < 2
  const byIdentity = new Map(
    named.map(({ id, name }) => [id, isAlone(name) ? nameIn({ name }) : `${name} (${id})`] as const),
  )
  return (each) => byIdentity.get(identityOf(each)) ?? nameIn(each)
}

/** Gives the DOI of a data set, or its address. It is undefined where it has a name only. */
const identityOf = ({ doi, url }: DataSet): string | undefined =>
  doi !== undefined ? doiKey(doi) : url === undefined ? undefined : bareAddress(url)

/** Tells whether a name is only the DOI or the address. */
const isIdentity = (name: string, id: string): boolean => name.toLowerCase() === id.toLowerCase()

/** Lists the feeds of a site: of changed answers, of all that is new, of new notes, and of each inquiry and topic. */
import { topicPath, withBase } from '../corpus/address.ts'
import { atomAddress, atomOf } from '../corpus/exports/atom.ts'
import {
  ALL_ANSWERS,
  ALL_NEWS,
  allAnswers,
  answersOf,
  type Feed,
  feedStem,
  NEW_NOTES,
  NEWEST,
  newsFeed,
} from '../corpus/exports/feed.ts'
import { jsonFeedAddress, jsonFeedOf } from '../corpus/exports/json-feed.ts'
import { inOrderOfNews, newsList, type NewsItem } from '../corpus/lists/news.ts'
import { topicTree } from '../corpus/lists/topic-tree.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { Topic } from '../corpus/model/resolved.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import { wordsFor } from '../corpus/words/words.ts'
import type { AlternateFile } from './alternate.ts'
import type { EntryStore } from './entry-store.ts'

/** A format of feeds. */
interface FeedFormat {
  readonly extension: string
  readonly type: string
  readonly address: (stem: SitePath) => SitePath
  readonly write: (feed: Feed, settings: Settings) => string
}

/** Every format of feeds. */
export const FEED_FORMATS: readonly FeedFormat[] = [
  {
    extension: 'atom',
    type: 'application/atom+xml',
    address: atomAddress,
    write: atomOf,
  },
  {
    extension: 'json',
    type: 'application/feed+json',
    address: jsonFeedAddress,
    write: jsonFeedOf,
  },
]

/** Returns all feeds of a site in one format. */
export const feedFiles = (
  corpus: Corpus,
  store: EntryStore,
  { address, write }: Pick<FeedFormat, 'address' | 'write'>,
): AlternateFile[] =>
  plansOf(corpus, store).map(({ stem, feed, ...file }) => ({
    ...file,
    address: address(stem),
    content: () => write(feed(), corpus.settings),
  }))

/** The plans of the feeds of each store. All formats share them, because what is new is sorted once for all. */
const plans = new WeakMap<EntryStore, readonly FeedPlan[]>()

function plansOf(corpus: Corpus, store: EntryStore): readonly FeedPlan[] {
  const known = plans.get(store) ?? [...answerFeeds(corpus, store), ...newsFeeds(corpus)]
  plans.set(store, known)
  return known
}

/** A feed before it is written in a format. */
interface FeedPlan extends Omit<AlternateFile, 'address' | 'content'> {
  /** What the addresses of the feed begin with, without the site's base. */
  readonly stem: SitePath
  readonly feed: () => Feed
}

/** Plans a feed of the answers of each inquiry, and one of all answers. */
function answerFeeds({ settings }: Corpus, store: EntryStore): FeedPlan[] {
  const inquiries = store.collection('inquiry')
  return [
    ...(settings.alternates.includes('feeds') ? inquiries : []).map((lazyEntry): FeedPlan => ({
      stem: feedStem(lazyEntry.address),
      owner: lazyEntry.address,
      dependsOn: () => {
        const { title, history, evidence } = lazyEntry.open()
        return [settings, title, history, evidence.filter(({ retracted }) => retracted)]
      },
      feed: () => answersOf(lazyEntry.open(), settings),
    })),
    {
      stem: ALL_ANSWERS,
      feed: () =>
        allAnswers(
          inquiries.map((lazyEntry) => lazyEntry.open()),
          settings,
        ),
    },
  ]
}

/** Plans a feed of all that is new, one of new notes, and one of what is new in each topic and in the parts of it. */
function newsFeeds(corpus: Corpus): FeedPlan[] {
  const { settings, topics } = corpus
  const { news } = wordsFor(settings.language)
  const all = lazily(() => newsList(corpus))
  const byPath = lazily(() => Map.groupBy(all(), ({ path }) => path))
  const tree = topicTree(corpus)
  const pathsOf = (topic: Topic): Set<string> =>
    new Set(tree.within(topic).flatMap(({ members }) => members.map(({ path }) => path)))
  const plan = (page: SitePath, stem: SitePath, title: string, list: () => readonly NewsItem[]): FeedPlan => {
    const items = lazily(() => list().slice(0, NEWEST))
    const about = { title, page: withBase(settings, page), stem: withBase(settings, stem) }
    return { stem, dependsOn: () => [settings, title, items()], feed: () => newsFeed(settings, about, items()) }
  }
  return [
    plan('/new/', ALL_NEWS, news.of(settings.title), all),
    plan('/notes/', NEW_NOTES, news.ofNotes(settings.title), () =>
      all().filter(({ kind, what }) => kind === 'note' && what === 'written'),
    ),
    ...(settings.alternates.includes('feeds') ? [...topics.values()] : []).map((topic) => {
      const page = topicPath(topic.slug)
      return plan(page, feedStem(page), news.ofTopic(settings.title, topic.name), () =>
        [...pathsOf(topic)].flatMap((path) => byPath().get(path) ?? []).sort(inOrderOfNews),
      )
    }),
  ]
}

/** Makes a value when it is first asked for, and keeps it. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

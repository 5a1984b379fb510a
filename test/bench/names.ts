import { distance, jaroWinkler, WRatio } from './rival-libraries/names.ts';
import { comparePersonNames } from '#shared/domain/vietnamese/person-name/compare-person-names.ts';
import { preparePersonName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { type NamePair, personPairs } from './name-pairs.ts';
import { type Bench, processorTime } from './result.ts';

const SEED = 20_261_125;
const EACH_KIND = 400;
const ROUNDS = 15;
const WARM_UP_ROUNDS = 30;
const MOST_MICROSECONDS = 3;
const FEWEST_NAMES_PER_SECOND = 1_000_000;

/** The similarity of two prepared names, 0…1, by a peer's own function. */
const PEERS: Readonly<Record<string, (one: string, other: string) => number>> = {
  fuzzball: (one, other) => WRatio(one, other, { full_process: false }) / 100,
  'fastest-levenshtein': (one, other) => 1 - distance(one, other) / Math.max(one.length, other.length),
  'jaro-winkler': (one, other) => jaroWinkler(one, other),
};

/**
 * Measures how many µs haukiem and each peer take to compare a prepared pair of personal names. All of them compare the
 * same generated pairs in this process, the peers as NFC lower-case text; the figure is the median of the rounds after the
 * compiler has settled, and `ratio` is the fastest peer ÷ ours. The quality is measured at our fixed threshold, and for
 * each peer at the threshold that is best for it on these pairs.
 */
export const bench: Bench = () => {
  const pairs = personPairs(SEED, EACH_KIND);
  const prepared = pairs.map(({ one, other }) => [preparePersonName(one), preparePersonName(other)] as const);
  const texts = pairs.map(({ one, other }) => [plainText(one), plainText(other)] as const);
  const ours = microseconds(() => {
    for (const [one, other] of prepared) sink += comparePersonNames(one, other).score;
    return prepared.length;
  });
  const peers: Record<string, number> = {};
  const peersF1: Record<string, number> = {};
  for (const [name, similarity] of Object.entries(PEERS)) {
    peers[name] = round3(
      microseconds(() => {
        for (const [one, other] of texts) sink += similarity(one, other);
        return texts.length;
      }),
    );
    peersF1[name] = round3(
      bestF1(
        pairs,
        texts.map(([one, other]) => similarity(one, other)),
      ),
    );
  }
  const { precision, recall, falseSame } = quality(
    pairs,
    prepared.map(([one, other]) => comparePersonNames(one, other).result !== 'mismatch'),
  );
  return Promise.resolve({
    ours: round3(ours),
    peers,
    floor: MOST_MICROSECONDS,
    ratio: round3(Math.min(...Object.values(peers)) / ours),
    unit: 'µs a prepared person pair',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 2 ** 20),
    precision: round4(precision),
    recall: round4(recall),
    f1: round4((2 * precision * recall) / (precision + recall)),
    falseSame: round4(falseSame),
    peersF1,
    pairs: pairs.length,
    namesPerSecond: namesPerSecond(pairs),
    namesPerSecondFloor: FEWEST_NAMES_PER_SECOND,
  });
};

let sink = 0;

const plainText = (name: string): string => name.normalize('NFC').toLowerCase().trim();
const round3 = (value: number): number => Math.round(value * 1000) / 1000;
const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The median over the rounds of the time for one unit of work. */
const microseconds = (round: () => number): number => {
  for (let warm = 0; warm < WARM_UP_ROUNDS; warm += 1) round();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = processorTime();
    const done = round();
    return ((processorTime() - start) * 1000) / done;
  });
  return times.toSorted((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
};

/** Prepares names from all spellings of the pairs: Unicode form, spaces, typing keys, joined words. */
const namesPerSecond = (pairs: readonly NamePair[]): number => {
  const names = pairs.flatMap(({ one, other }) => [one, other]);
  const each = microseconds(() => {
    for (const name of names) sink += preparePersonName(name).tokens.length;
    return names.length;
  });
  return Math.round(1_000_000 / each);
};

const quality = (pairs: readonly NamePair[], said: readonly boolean[]) => {
  const count = (same: boolean, saidSame: boolean): number =>
    pairs.filter((pair, index) => pair.same === same && said[index] === saidSame).length;
  const [hit, wrong, missed, right] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  return { precision: hit / (hit + wrong), recall: hit / (hit + missed), falseSame: wrong / (wrong + right) };
};

const bestF1 = (pairs: readonly NamePair[], scores: readonly number[]): number => {
  const ranked = pairs
    .map(({ same }, index) => ({ same, score: scores[index] ?? 0 }))
    .sort((left, right) => right.score - left.score);
  const all = ranked.filter(({ same }) => same).length;
  let hits = 0;
  return ranked.reduce((best, { same, score }, index) => {
    if (same) hits += 1;
    const threshold = ranked[index + 1]?.score !== score;
    return threshold ? Math.max(best, (2 * hits) / (index + 1 + all)) : best;
  }, 0);
};

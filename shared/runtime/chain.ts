import { AsyncLocalStorage } from 'node:async_hooks';
import { type Hops, hopsOf, joinedHops, writtenHops } from './hops.ts';

/** What a message goes back to. The log names it, so that a file and a company can be followed through the steps. */
export interface Trace {
  /** The files, each as `<id>@<the second in which its reading began>`. */
  readonly files: readonly string[];
  /** The companies, their codes sealed as in messages. */
  readonly companies: readonly string[];
}

/** What a function sends while it handles a message goes on with that message's chain. */
export interface Chain extends Trace {
  readonly hops: Hops;
}

/** A message that many files led to names some of them. */
const MOST_NAMED = 8;
const NOTHING: Trace = { files: [], companies: [] };

const present = new AsyncLocalStorage<Chain>();

/** Does some work as a part of a chain, which every message takes on that the work sends. */
export const inChain = <T>(chain: Chain, work: () => T): T => present.run(chain, work);

/** Does work of the present chain that is about something else than its message. */
export const untraced = <T>(work: () => T): T =>
  present.run({ hops: new Map(), ...present.getStore(), ...NOTHING }, work);

/**
 * Does the work on a file, which all messages and log lines that come of it name.
 * @param at when this run reads the file; a later run of the same reading keeps the time of the first
 */
export function inFile<T>(id: string, at: Date, work: () => T): T {
  const chain = present.getStore();
  const known = chain?.files.find((file) => file.startsWith(`${id}@`));
  const files = [known ?? `${id}@${Math.floor(at.getTime() / 1000)}`];
  return present.run({ hops: new Map(), companies: [], ...chain, files }, work);
}

export const presentTrace = (): Trace => present.getStore() ?? NOTHING;

/** The seconds since the newest file of the present chain began to be read; undefined where no file led here. */
export function secondsSinceFile(now: Date): number | undefined {
  const began = presentTrace().files.map((file) => Number(file.split('@')[1]));
  return began.length > 0 ? Math.round(now.getTime() / 1000 - Math.max(...began)) : undefined;
}

/** The names of the message attributes in which a message carries its chain. */
export const CHAIN_ATTRIBUTES = ['hops', 'files', 'companies'] as const;
type ChainTexts = Readonly<Partial<Record<(typeof CHAIN_ATTRIBUTES)[number], string | undefined>>>;

/** The chain in which the caller works, as a message carries it. */
export function writtenChain(): ChainTexts {
  const chain = present.getStore();
  if (!chain) return {};
  const hops = writtenHops(chain.hops);
  return { ...(hops !== '' && { hops }), ...writtenTrace(chain) };
}

/** @returns no empty text, which SQS refuses */
export const writtenTrace = ({ files, companies }: Trace): Pick<ChainTexts, 'files' | 'companies'> => ({
  ...(files.length > 0 && { files: files.join(' ') }),
  ...(companies.length > 0 && { companies: companies.join(' ') }),
});

export const chainOf = ({ hops, files, companies }: ChainTexts): Chain => ({
  hops: hopsOf(hops),
  files: wordsOf(files),
  companies: wordsOf(companies),
});

const wordsOf = (text = '') => text.split(' ').filter((word) => word !== '');

/** The chain of messages that are handled together. */
export const joinedChain = (all: readonly Chain[]): Chain => ({
  hops: joinedHops(all.map(({ hops }) => hops)),
  files: someOf(all.flatMap(({ files }) => files)),
  companies: someOf(all.flatMap(({ companies }) => companies)),
});

const someOf = (names: readonly string[]) => [...new Set(names)].slice(0, MOST_NAMED);

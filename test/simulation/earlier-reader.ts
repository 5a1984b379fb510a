import { READER_SECONDS } from '#shared/contracts/file-arrived.ts';
import type { Chance } from './chance.ts';
import { tableKind } from './end-state.ts';
import { READER, type SimulatedInvocation } from './invocations.ts';
import { OF_ROWS } from './overwritten.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

interface BatchPut {
  readonly PutRequest?: { readonly Item: Attributes };
}
interface RowSource {
  readonly file: string;
  readonly version: string;
}

/** By then each reader that wrote beside the earlier one has ended. */
const ANEW_AFTER_SECONDS = READER_SECONDS + 60;

/**
 * In half of the runs a slow reader of the drop before writes each fact that both drops have, a moment after one reader
 * of the later drop has written it. As the function does, it asks for the later drop to be read again.
 */
export class EarlierReader {
  readonly #chance: Chance;
  readonly #isThere: boolean;
  /** The reader of the later drop. */
  #later: SimulatedInvocation | undefined;
  /** The reading of the later drop after which it asked for another one. */
  #asked: unknown;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#isThere = chance.fixed([1, 1]) === 1;
  }

  /** Makes the earlier reader's writes after a write of the later one. @returns whether there were any */
  writesAfter(
    { name, input }: ServiceRequest,
    invocation: SimulatedInvocation,
    { tables, queues, design }: Services,
  ): boolean {
    if (!this.#isThere || this.#chance.isCalm || name !== 'BatchWriteCommand') return false;
    if (invocation.step.folder !== READER || (this.#later && this.#later !== invocation)) return false;
    const [[table, requests] = ['', []]] = Object.entries(input.RequestItems as Record<string, readonly BatchPut[]>);
    if (!OF_ROWS.has(tableKind(table))) return false;
    const facts = requests.flatMap(({ PutRequest }) => {
      const from = PutRequest?.Item['from'] as RowSource | undefined;
      const version = from && dropBefore(from.version);
      return version === undefined ? [] : [{ item: { ...PutRequest?.Item, from: { ...from, version } }, from }];
    });
    const [first] = facts;
    if (!first?.from) return false;
    const RequestItems = { [table]: facts.map(({ item: Item }) => ({ PutRequest: { Item } })) };
    tables.send({ name, input: { RequestItems } });
    this.#later = invocation;
    const { file: key, version } = first.from;
    const anew = startOf(key, tables, design);
    // It asks at its end, when the later drop may have been begun again
    if (this.#asked === anew) return true;
    this.#asked = anew;
    const again = JSON.stringify({ bucket: design.inbox, key, version, anew });
    queues.send(invocation.step.reads?.queue ?? '', again, ANEW_AFTER_SECONDS);
    return true;
  }
}

/** The instant at which the present reading of a file began. */
function startOf(key: string, tables: Services['tables'], { tables: designs }: Services['design']): unknown {
  const [feed, ...file] = key.split('/');
  const TableName = Object.keys(designs).find((name) => tableKind(name) === 'Files');
  const { Item } = tables.send({ name: 'GetCommand', input: { TableName, Key: { feed, file: file.join('/') } } });
  return (Item as Attributes)['startedAt'];
}

/** The version of the drop before, by the order of the drops; undefined for the first drop of a file. */
export function dropBefore(version: string): string | undefined {
  const [tag = '', sequencer = ''] = version.split('#');
  const before = Number(sequencer) - 1;
  return before >= 1 ? `${tag}#${String(before).padStart(sequencer.length, '0')}` : undefined;
}

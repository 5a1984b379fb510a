import { noticeOf } from '#shared/tables/notice-item.ts';
import { AT_A_MESSAGE, AT_A_NOTICE, AT_A_WRITE, AT_AN_END, type Ended } from './at-work.ts';
import { AT_REST, BEFORE_ANSWERS } from './invariants.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Violation } from './outside.ts';
import type { ServiceRequest } from './service-request.ts';
import type { Item } from '#infra/local/tables/item.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

const MOST_SAID = 20;

/** What an invocation knows and owes. */
interface Trace {
  /** The items as it has last read or written them, by table and key. */
  readonly seen: Map<string, Item | undefined>;
  readonly unsent: Set<string>;
  readonly unanswered: Set<string>;
  /** The items of refused writes, until they were read back: that only says whose write stands. */
  readonly refused: Set<string>;
}

/** Judges all that happens in a run by the invariants. */
export class Observer implements Witness {
  readonly found: Violation[] = [];
  #world: World | undefined;
  /** What the writer of the present request knows; undefined where it puts no whole item. */
  #acting: Trace | undefined;
  readonly #traces = new WeakMap<SimulatedInvocation, Trace>();

  watch(world: World): void {
    this.#world = world;
    world.witness = this;
  }

  /** Is called for each write of each table. */
  readonly wrote = (table: string, before: Item | undefined, after: Item | undefined): void => {
    const world = this.#world;
    if (!world) return;
    const kind = kindOf(table);
    if (this.#acting && after) {
      const known = this.#acting.seen.get(this.#key(table, after));
      this.#judge(AT_A_WRITE, {
        table: kind,
        standing: before,
        written: after,
        known,
      });
    }
    if (kind !== 'Notices') return;
    this.#judge(AT_A_NOTICE, { before: before && noticeOf(before), after: after && noticeOf(after) }, world);
  };

  readonly before: Witness['before'] = (asked, invocation) => {
    if (asked.name === 'SendMessageBatchCommand')
      for (const { MessageBody } of asked.input.Entries) this.#judge(AT_A_MESSAGE, MessageBody);
    this.#acting = putsIn(asked).length > 0 ? this.#traceOf(invocation) : undefined;
  };

  readonly answered: Witness['answered'] = (asked, answer, invocation) => {
    this.#acting = undefined;
    const { seen, unsent, unanswered, refused } = this.#traceOf(invocation);
    unanswered.delete(nameOf(asked));
    for (const { table, item } of putsIn(asked)) seen.set(this.#key(table, item), this.#standing(table, item));
    for (const { table, item, shown } of this.#readIn(asked, answer)) {
      const key = this.#key(table, item);
      if (asked.name === 'GetCommand' && refused.delete(key)) continue;
      // A function that handles several messages may read late for one what it has read or written for another
      if (revisionOf(shown) >= revisionOf(seen.get(key))) seen.set(key, shown);
    }
    if (asked.name !== 'SendMessageBatchCommand') return;
    const failed = new Set((answer as { Failed: { Id: string }[] }).Failed.map(({ Id }) => Id));
    for (const { Id, MessageBody } of asked.input.Entries)
      if (failed.has(Id)) unsent.add(MessageBody);
      else unsent.delete(MessageBody);
  };

  readonly refused: Witness['refused'] = (asked, invocation) => {
    this.#acting = undefined;
    for (const { table, item } of putsIn(asked)) this.#traceOf(invocation).refused.add(this.#key(table, item));
  };

  readonly givenUp: Witness['givenUp'] = (asked, invocation) => {
    if (asked.service !== 'bank') this.#traceOf(invocation).unanswered.add(nameOf(asked));
  };

  readonly ended: Witness['ended'] = (invocation, givenBack) => {
    const { unsent, unanswered } = this.#traceOf(invocation);
    const ended: Ended = { isDone: givenBack.size === 0, unsent, unanswered };
    this.#judge(AT_AN_END, ended);
  };

  /** Judges what receivers were sent when nothing is running any more, before they answer it. */
  beforeAnswers(): void {
    if (this.#world) this.#judge(BEFORE_ANSWERS, this.#world);
  }

  /** Judges the state when nothing is left to do. */
  atRest(): void {
    if (this.#world) this.#judge(AT_REST, this.#world);
  }

  #judge<Seen extends readonly unknown[]>(
    invariants: Readonly<
      Record<string, { readonly kind: Violation['kind']; readonly broken: (...seen: Seen) => Iterable<string> }>
    >,
    ...seen: Seen
  ): void {
    for (const [name, { kind, broken }] of Object.entries(invariants))
      for (const by of broken(...seen)) this.#say(kind, `${name}: ${by}`);
  }

  #say(kind: Violation['kind'], what: string): void {
    if (this.found.length < MOST_SAID && !this.found.some((one) => one.what === what)) this.found.push({ kind, what });
  }

  #traceOf(invocation: SimulatedInvocation): Trace {
    const known = this.#traces.get(invocation) ?? {
      seen: new Map(),
      unsent: new Set(),
      unanswered: new Set(),
      refused: new Set(),
    };
    this.#traces.set(invocation, known);
    return known;
  }

  /** The items that an answer shows, or whose absence it shows. An index that has only a part of an item shows none. */
  #readIn(
    { service, name, input }: ServiceRequest,
    answer: unknown,
  ): readonly (Touched & { shown?: Item | undefined })[] {
    if (service !== 'tables') return [];
    const { TableName: table, Key, IndexName, RequestItems } = input;
    const { Item, Attributes, Items = [], Responses = {} } = answer as Shown;
    if (name === 'GetCommand') return [{ table, item: Key, shown: Item }];
    if (name === 'UpdateCommand') return [{ table, item: Key, shown: Attributes }];
    const projected = this.#world?.design.tables[table]?.indexes[IndexName]?.projected;
    if (name === 'QueryCommand' && projected === undefined) return Items.map((item) => ({ table, item, shown: item }));
    if (name !== 'BatchGetCommand') return [];
    return Object.entries(RequestItems as Record<string, { Keys: Item[] }>).flatMap(([of, { Keys }]) => [
      ...Keys.map((item) => ({ table: of, item })),
      ...(Responses[of] ?? []).map((item) => ({ table: of, item, shown: item })),
    ]);
  }

  #key(table: string, item: Item): string {
    return `${table} ${this.#world?.tables.keyIn(table, item)}`;
  }

  #standing(TableName: string, Key: Item): Item | undefined {
    return this.#world?.tables.send({ name: 'GetCommand', input: { TableName, Key } })['Item'] as Item | undefined;
  }
}

const kindOf = (table: string): string => /Tables(\w+?)Table/u.exec(table)?.[1] ?? '';

const revisionOf = (item: Item | undefined): number => (item ? Number(item['revision'] ?? 0) || 0 : -1);

/** What an answer of a table shows. */
interface Shown {
  readonly Item?: Item;
  readonly Attributes?: Item;
  readonly Items?: readonly Item[];
  readonly Responses?: Readonly<Record<string, readonly Item[]>>;
}

interface Touched {
  readonly table: string;
  readonly item: Item;
}

/** The whole items that a request puts. */
function putsIn({ name, input }: ServiceRequest): readonly Touched[] {
  if (name === 'PutCommand') return [{ table: input.TableName, item: input.Item }];
  if (name !== 'BatchWriteCommand') return [];
  return Object.entries(input.RequestItems as Record<string, { PutRequest?: { Item: Item } }[]>).flatMap(
    ([table, all]) => all.flatMap(({ PutRequest }) => (PutRequest ? [{ table, item: PutRequest.Item }] : [])),
  );
}

/** A request by what it asks, the same for a repetition. */
function nameOf({ name, input }: ServiceRequest): string {
  const { TableName, Key, Item, RequestItems, QueueUrl, Entries, Bucket, ExpressionAttributeValues } = input;
  const of = Key ?? (Item && { ...Item, writeId: undefined }) ?? RequestItems ?? Entries ?? ExpressionAttributeValues;
  return `${name} ${TableName ?? QueueUrl ?? Bucket ?? ''} ${JSON.stringify(of)}`;
}

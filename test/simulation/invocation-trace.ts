import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { isBeingRead } from '#shared/tables/files.ts';
import { noteClaims, openRuns } from './claimed-values.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './services.ts';
import type { GroundAtWrite } from './stale.ts';
import type { Attributes } from './twins/expressions.ts';
import { keyOf, keysOf } from './twins/table-keys.ts';
import type { World } from './world.ts';

/** The items that one invocation has read and written, and its messages so far. */
export interface InvocationTrace {
  /** The instant at which the invocation began. */
  readonly since: number;
  /** The items as they were read or written last, by table and key. */
  readonly seen: Map<string, Attributes | undefined>;
  /** The item that was written last is the last one. */
  readonly written: Map<string, Attributes | undefined>;
  /** The items that it has deleted, as they were. */
  readonly replaced: Map<string, Attributes>;
  /** The answers of all readings of an item, for files, coverage, the province's profile, people, assessments, notices and claims. */
  readonly looks: Map<string, (Attributes | undefined)[]>;
  /** The grounds of each item that was written, as they were at the write. */
  readonly grounds: Map<string, readonly GroundAtWrite[]>;
  /** The answers of all queries so far, and how many there were at the last write of each item. */
  readonly queries: Queried[];
  readonly queriesAtWrite: Map<string, number>;
  /** How many messages SQS had taken at the last write of each item. */
  readonly sentAtWrite: Map<string, number>;
  /**
   * By the fingerprint of each file that it has said is read no longer, how often it had looked at each item before.
   */
  readonly ended: Map<string, ReadonlyMap<string, number>>;
  /** The numbers of the answers with which it has last looked for the head of the log, and for its entries there. */
  readonly logLooks: { answers: number; head: number; entries: number };
  /** The keys of the objects that it has put. */
  readonly put: Set<string>;
  /** The checkpoint of the log that it has last put into the bucket or found there. */
  checkpoint: string | undefined;
  /** The id of the last lease that it took. */
  leased: unknown;
  /** The names of the runs by which it has claimed links. */
  readonly runs: Set<string>;
  /** By company the values that it had claimed before its last claim and that this one does not name. */
  readonly claimedBefore: Map<unknown, readonly unknown[]>;
  /** The values and companies of the links that it has deleted, whether or not they were there. */
  readonly removed: Set<string>;
  /** The queue and the body of each message that SQS took. */
  readonly sent: { readonly queue: string; readonly body: string }[];
}

/** A query's table and index, with its answer. */
export interface Queried {
  readonly table: string;
  readonly index: string | undefined;
  /** The partition that was asked for. */
  readonly of: unknown;
  /** The last place that was asked for. */
  readonly until: unknown;
  readonly items: readonly Attributes[];
  /** Whether another page follows. */
  readonly goesOn: boolean;
}

interface BatchAnswer {
  readonly Responses: Readonly<Record<string, readonly Attributes[]>>;
  readonly UnprocessedKeys: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
}

const LOOKED_AT = /Tables(?:(?:Files|Verifications|Assessments|Notices)Table|LinksTable\S* \["claims#)/u;

/** Records what each invocation does. */
export class InvocationTraces {
  readonly #world: World;
  readonly #books = new WeakMap<SimulatedInvocation, InvocationTrace>();
  /** The invocation whose request takes effect at present. */
  #acting: InvocationTrace | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  get acting(): InvocationTrace | undefined {
    return this.#acting;
  }

  of(invocation: SimulatedInvocation): InvocationTrace {
    const known = this.#books.get(invocation) ?? {
      since: invocation.since,
      seen: new Map(),
      written: new Map(),
      replaced: new Map(),
      looks: new Map(),
      grounds: new Map(),
      queries: [],
      queriesAtWrite: new Map(),
      sentAtWrite: new Map(),
      ended: new Map(),
      logLooks: { answers: 0, head: 0, entries: 0 },
      put: new Set(),
      checkpoint: undefined,
      leased: undefined,
      runs: new Set(),
      claimedBefore: new Map(),
      removed: new Set(),
      sent: [],
    };
    this.#books.set(invocation, known);
    return known;
  }

  /** Counts the effects from now on as the invocation's. */
  begin(invocation: SimulatedInvocation): void {
    this.#acting = this.of(invocation);
  }

  /** Counts the effects from now on as those of another invocation whose trace is the same up to here. */
  beginTwin(invocation: SimulatedInvocation): void {
    const own = this.of(invocation);
    this.#acting = {
      ...own,
      seen: new Map(own.seen),
      written: new Map(own.written),
      looks: new Map(own.looks),
      grounds: new Map(own.grounds),
      queriesAtWrite: new Map(own.queriesAtWrite),
      sentAtWrite: new Map(own.sentAtWrite),
    };
  }

  end(): void {
    this.#acting = undefined;
  }

  /** Is called for each write after the write was compared with the invocation's earlier ones. */
  wrote(place: string, before: Attributes | undefined, item: Attributes | undefined): void {
    if (before && !item) this.#acting?.replaced.set(place, before);
    for (const run of openRuns(item)) if (before?.[run] === undefined) this.#acting?.runs.add(run);
    if (item?.['leasedBy'] !== undefined && this.#acting) this.#acting.leased = item['leasedBy'];
    this.#acting?.written.delete(place);
    this.#acting?.written.set(place, item);
    this.#acting?.queriesAtWrite.set(place, this.#acting.queries.length);
    this.#acting?.sentAtWrite.set(place, this.#acting.sent.length);
    this.#acting?.seen.set(place, item);
    if (this.#acting) noteEnded(before, item, this.#acting, this.#world.now());
  }

  /** Is called with the answer of each reading. */
  answered(asked: ServiceRequest, answer: unknown, trace: InvocationTrace): void {
    const { name, input } = asked;
    const { seen, looks, queries, logLooks } = trace;
    noteLogLook(asked, logLooks);
    noteClaims(asked, answer, trace);
    const look = (place: string, item: Attributes | undefined) => {
      seen.set(place, item);
      if (!LOOKED_AT.test(place)) return;
      looks.set(place, [...(looks.get(place) ?? []), item]);
    };
    if (name === 'GetCommand') {
      const { Item } = answer as { Item?: Attributes };
      look(this.place(input.TableName, input.Key), Item);
    }
    if (name === 'ScanCommand')
      for (const item of (answer as { Items: readonly Attributes[] }).Items)
        seen.set(this.place(input.TableName, item), item);
    if (name === 'QueryCommand') {
      const { Items: items, LastEvaluatedKey } = answer as { Items: readonly Attributes[]; LastEvaluatedKey?: unknown };
      for (const item of items) {
        const place = this.place(input.TableName, item);
        const isOutdated = input.IndexName !== undefined && this.#stands(input.TableName, seen.get(place));
        if (!isOutdated) seen.set(place, item);
      }
      const [of, until] = Object.values((input.ExpressionAttributeValues ?? {}) as Attributes);
      queries.push({
        table: input.TableName,
        index: input.IndexName,
        of,
        until,
        items,
        goesOn: LastEvaluatedKey !== undefined,
      });
    }
    if (name !== 'BatchGetCommand') return;
    const { Responses, UnprocessedKeys } = answer as BatchAnswer;
    for (const [table, { Keys }] of Object.entries(input.RequestItems as BatchAnswer['UnprocessedKeys'])) {
      const found = new Map((Responses[table] ?? []).map((item) => [this.place(table, item), item]));
      const left = new Set((UnprocessedKeys[table]?.Keys ?? []).map((key) => this.place(table, key)));
      for (const key of Keys) {
        const place = this.place(table, key);
        if (!left.has(place)) look(place, found.get(place));
      }
    }
  }

  /** Is called for each object that was put or read, which now lies in the bucket. */
  answeredOfObject({ name, input: { Bucket, Key } }: ServiceRequest, trace: InvocationTrace): void {
    if (name === 'PutObjectCommand') trace.put.add(String(Key));
    if (Bucket !== this.#world.design.log || Key !== LOG_FILES.checkpoint) return;
    trace.checkpoint = this.#world.objects.get(Bucket, Key)?.toString();
  }

  /** The key of an item with its table. */
  place(table: string, item: Attributes): string {
    const design = this.#world.design.tables[table];
    return design ? `${table} ${keyOf(design, item)}` : '';
  }

  /** Whether an item that was read or written before still stands: an index that shows another one is late. */
  #stands(TableName: string, item: Attributes | undefined): boolean {
    const design = this.#world.design.tables[TableName];
    if (!item || !design) return false;
    const Key = Object.fromEntries(keysOf(design).map((name) => [name, item[name]]));
    return this.#world.tables.send({ name: 'GetCommand', input: { TableName, Key } })['Item'] === item;
  }
}

/** The mark that a file is being read goes while it still counts. */
function noteEnded(
  before: Attributes | undefined,
  after: Attributes | undefined,
  { ended, looks }: InvocationTrace,
  now: number,
): void {
  if (before?.['reading'] === undefined) return;
  const left = (after?.['reading'] ?? {}) as Readonly<Record<string, string>>;
  for (const [print, at] of Object.entries(before['reading'] as Readonly<Record<string, string>>))
    if (!(print in left) && isBeingRead({ [print]: at }, new Date(now)))
      ended.set(print, new Map([...looks].map(([place, found]) => [place, found.length])));
}

function noteLogLook({ name, input }: ServiceRequest, looks: InvocationTrace['logLooks']): void {
  looks.answers += 1;
  if (name === 'GetCommand' && (input.Key as Attributes)['part'] === 'head') looks.head = looks.answers;
  const [table = input.TableName] = Object.keys(input.RequestItems ?? {});
  const isRead = name === 'BatchGetCommand' || name === 'QueryCommand';
  if (isRead && String(table).includes('TablesLogTable')) looks.entries = looks.answers;
}

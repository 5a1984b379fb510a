import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import { CHECKSUMS_FILE, DOSSIER_FILES, DOSSIERS } from '#shared/contracts/dossier-files.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { RECEIPT_ENDING, REJECTED_ENDING } from '#shared/contracts/receipt-key.ts';
import { type AnsweredCall, wronglyTaken } from './answered-calls.ts';
import { deliveryOf, isAnsweredNotice, isNoted } from './attempts.ts';
import { InvocationTraces, type InvocationTrace } from './invocation-trace.ts';
import { type Violation, itemsOf, tableKind, tableNamed } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { EndpointCalls } from './endpoint-calls.ts';
import { LONGEST_DELAY_SECONDS } from './small-scale.ts';
import { takesLaterFact } from './later-fact.ts';
import { writesBehind } from './end-of-notices.ts';
import { unpublished } from './order-of-log.ts';
import { isSentInOrder } from './order-of-messages.ts';
import { missingAtEnd } from './order-of-ends.ts';
import { wrongVersion } from './order-of-versions.ts';
import { missingBefore } from './order-of-writes.ts';
import { unrefused } from './refusals.ts';
import { isOverwritten, isTakenFromAnother } from './overwritten.ts';
import { leftOutOfTaken } from './taken-back.ts';
import { groundsAtWrite } from './stale.ts';
import type { StepDesign } from './system.ts';
import type { Message } from './twins/queues.ts';
import { isReadTooFar, mayBeLate } from './late-reads.ts';
import { BANK } from './scenario.ts';
import { askedOf, type ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import { unaskedWhenOvertaken } from './end-of-assessments.ts';
import { noteLate } from './late-notes.ts';
import type { World } from './world.ts';

/** The observer of functions' requests and of their answers. */
export interface Witness {
  /** Is called when a function asks, which may be long before it is answered. */
  readonly asked: (asked: ServiceRequest, invocation: SimulatedInvocation) => void;
  /** Is called once a function knows how an endpoint has answered it. */
  readonly learned: (asked: ServiceRequest, answer: EndpointAnswer, invocation: SimulatedInvocation) => void;
  /** Assigns all following effects to the invocation. */
  readonly begin: (invocation: SimulatedInvocation, asked: ServiceRequest) => void;
  /** Assigns all following effects to another invocation that has done the same so far. */
  readonly beginTwin: (invocation: SimulatedInvocation, asked: ServiceRequest) => void;
  readonly end: () => void;
  /** Is called once a function that was called by itself has ended, with its answer. */
  readonly called: (invocation: SimulatedInvocation, event: unknown, answer: unknown) => void;
  readonly answered: (asked: ServiceRequest, answer: unknown, invocation: SimulatedInvocation) => void;
}

interface OrderedEntry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
}
const WRITES = new Set(['PutCommand', 'UpdateCommand', 'DeleteCommand']);
type Say = (kind: Violation['kind'], what: string) => void;

/** Whether none of the readings of an item has shown it as it stands: messages of one batch may read it at different times. */
function isUnread(kind: string, place: string, standing: Attributes | undefined, trace: InvocationTrace): boolean {
  const known = [trace.seen.get(place), ...(trace.looks.get(place) ?? [])];
  return known.every((read) => isOverwritten(kind, read, standing));
}

/**
 * Looks at each write, message and call of a function by what the same invocation has done before it. An order that two
 * writes must have is missed so at once, and not only where a function happens to end between the two.
 */
export class Orders implements Witness {
  readonly #world: World;
  readonly #book: InvocationTraces;
  readonly #folders: ReadonlyMap<string | undefined, string>;
  readonly #say: Say;
  readonly #calls: EndpointCalls;
  #folder = '';
  #isOfWholeItem = false;

  constructor(world: World, say: Say) {
    this.#world = world;
    this.#say = say;
    this.#book = new InvocationTraces(world);
    this.#calls = new EndpointCalls(world, (what) => say('different', what));
    this.#folders = new Map(world.design.steps.map(({ folder, reads }) => [reads?.queue, folder]));
  }

  readonly asked = (asked: ServiceRequest, invocation: SimulatedInvocation): void =>
    this.#calls.asked(asked, invocation);

  readonly learned: Witness['learned'] = ({ input }, answer, invocation) =>
    this.#calls.learned(String(input.id), answer, invocation);

  readonly begin = (invocation: SimulatedInvocation, asked: ServiceRequest): void => {
    const { name, input } = asked;
    if (takesLaterFact(asked)) this.#say('different', 'a reader takes away what a later drop has told');
    this.#folder = invocation.step.folder;
    this.#isOfWholeItem = name === 'PutCommand';
    if (name === 'PutObjectCommand') this.#putOver(input);
    if (WRITES.has(name)) this.#refusing(name, input);
    if (mayBeLate(asked)) this.#say('different', `${this.#folder} reads what may lack a write: ${askedOf(asked)}`);
    if (isReadTooFar(asked, this.#world.now()))
      this.#say('lost', 'the feed is read up to an instant before which a change may still come');
    const behind = name === 'PutCommand' ? writesBehind(input, this.#book.of(invocation), this.#world) : undefined;
    if (behind !== undefined) this.#say('different', behind);
    this.#book.begin(invocation);
  };

  readonly beginTwin = (invocation: SimulatedInvocation, { name }: ServiceRequest): void => {
    this.#folder = invocation.step.folder;
    this.#isOfWholeItem = name === 'PutCommand';
    this.#book.beginTwin(invocation);
  };

  readonly end = (): void => this.#book.end();

  /** The condition of a write refuses it where another function has written since. */
  #refusing(command: string, input: Attributes): void {
    const { tables } = this.#world;
    const TableName = String(input['TableName']);
    const Key = (input['Key'] ?? input['Item']) as Attributes;
    const { Item: standing } = tables.send({ name: 'GetCommand', input: { TableName, Key } }) as { Item?: Attributes };
    const kind = tableKind(TableName);
    const after = unrefused({ kind, folder: this.#folder, command, input, standing });
    if (after !== undefined)
      this.#say('different', `${this.#folder} writes to ${kind} whether or not another function has written ${after}`);
  }

  /** Is called for each write before it is added to the writer's trace. */
  wrote(table: string, before: Attributes | undefined, after: Attributes | undefined): void {
    const trace = this.#book.acting;
    const item = after ?? before;
    if (!trace || !item) return;
    const place = this.#book.place(table, item);
    const kind = tableKind(table);
    const isOwn = after?.['writeId'] === before?.['writeId'];
    if (after && this.#isOfWholeItem && !isOwn && isUnread(kind, place, before, trace))
      this.#say('different', `${this.#folder} writes over what it has not read: ${kind} ${place.slice(table.length)}`);
    if (!after && isTakenFromAnother(kind, trace.seen.get(place), before))
      this.#say('lost', `${this.#folder} takes away what another file has told: ${kind} ${place.slice(table.length)}`);
    const wrong = wrongVersion({ kind, place, folder: this.#folder, before, after, trace, world: this.#world });
    if (wrong !== undefined) this.#say('different', wrong);
    if (after && this.#isOfWholeItem) trace.grounds.set(place, groundsAtWrite(kind, after, trace, this.#world));
    const leftOut = leftOutOfTaken({ kind, before, after, trace, world: this.#world });
    if (leftOut !== undefined) this.#say('lost', leftOut);
    const missing = after && missingBefore(kind, { before, after, trace, world: this.#world });
    if (missing !== undefined) this.#say('lost', missing);
    if (after) noteLate({ before, after, trace, world: this.#world }, place);
    this.#book.wrote(place, before, after);
  }

  /** Is called for each message that a function reports as done. */
  readonly done = (
    { folder }: StepDesign,
    envelope: Message,
    invocation: SimulatedInvocation,
    returned: readonly Message[],
  ): void => {
    const trace = this.#book.of(invocation);
    const message = JSON.parse(envelope.body) as Attributes;
    const { overtaken } = invocation;
    const givenBack = returned.map(({ body }) => JSON.parse(body) as Attributes);
    const missing =
      missingAtEnd(folder, { message, envelope, trace, givenBack, overtaken, world: this.#world }) ??
      (folder === 'deliver-notice' ? this.#calls.left(message, invocation, givenBack.length) : undefined);
    if (missing !== undefined) this.#say('lost', `${folder} says that a message is done before ${missing}`);
  };

  readonly sentBy = (invocation: SimulatedInvocation) => this.#book.of(invocation).sent;

  readonly called: Witness['called'] = (invocation, event, answer) => {
    const [trace, { overtaken }] = [this.#book.of(invocation), invocation];
    const wrong = wronglyTaken({ event, answer, overtaken, trace, world: this.#world } as AnsweredCall);
    if (wrong !== undefined) this.#say('lost', wrong);
  };

  /** A function that fails gives its lease back with its messages, unless nobody answers it. */
  returned({ folder }: StepDesign, invocation: SimulatedInvocation): void {
    const trace = this.#book.of(invocation);
    const unasked = unaskedWhenOvertaken(folder, invocation, { trace, world: this.#world });
    if (unasked !== undefined) this.#say('lost', unasked);
    const { leased } = trace;
    if (leased === undefined || [...invocation.unanswered].some((one) => one.includes('TablesReceiversTable'))) return;
    if (itemsOf(this.#world, 'Receivers').some(({ leasedBy }) => leasedBy === leased))
      this.#say('lost', `${folder} gives its messages back and keeps the lease of an endpoint`);
  }

  readonly answered = (asked: ServiceRequest, answer: unknown, invocation: SimulatedInvocation): void => {
    const trace = this.#book.of(invocation);
    if (asked.service === 'tables') this.#book.answered(asked, answer, trace);
    this.#calls.answered(asked, answer, invocation);
    if (asked.service === 'bank') this.#called(String(asked.input.id), trace);
    if (asked.name === 'PutObjectCommand') this.#put(asked.input);
    if (asked.service === 'objects') this.#book.answeredOfObject(asked, trace);
    if (asked.name !== 'SendMessageBatchCommand') return;
    const refused = new Set((answer as { Failed: { Id: string }[] }).Failed.map(({ Id }) => Id));
    const queue = String(asked.input.QueueUrl);
    for (const { Id, MessageBody: body, DelaySeconds: delaySeconds = 0 } of asked.input.Entries as OrderedEntry[]) {
      if (refused.has(Id)) continue;
      if (delaySeconds > LONGEST_DELAY_SECONDS)
        this.#say('different', `${invocation.step.folder} delays a message for longer than SQS does`);
      const [from, to] = [invocation.step.folder, this.#folders.get(queue) ?? ''];
      const message = JSON.parse(body) as Attributes;
      if (!isSentInOrder(from, to, { message, delaySeconds, trace, world: this.#world }))
        this.#say('lost', `${from} asks ${to} before what it asks about stands: ${body.slice(0, 120)}`);
      trace.sent.push({ queue, body });
    }
  };

  /** The second of two writers of a dossier does not replace the first one's file, whose facts may differ. */
  #putOver({ Bucket, Key, Body, IfNoneMatch }: Readonly<Record<string, unknown>>): void {
    if (!String(Key).startsWith(DOSSIERS) || !String(Key).endsWith(`/${DOSSIER_FILES.json}`)) return;
    const there = this.#world.objects.get(String(Bucket), String(Key));
    if (IfNoneMatch === undefined && there && Body instanceof Uint8Array)
      this.#say('different', `${String(Key)} is put whether or not it is there`);
  }

  /** A receipt lies beside the rejected rows that it counts, and a dossier's checksums beside its files. */
  #put({ Bucket, Key, Body }: { readonly Bucket: string; readonly Key: string; readonly Body: Buffer }): void {
    const early = Key === LOG_FILES.checkpoint ? unpublished(Body.toString(), this.#world) : undefined;
    if (early !== undefined) this.#say('different', early);
    const isThere = (key: string) => this.#world.objects.get(Bucket, key) !== undefined;
    if (Key.startsWith('receipts/') && Key.endsWith(RECEIPT_ENDING)) {
      const { rejected } = JSON.parse(Body.toString()) as { rejected: number };
      const rows = `${Key.slice(0, -RECEIPT_ENDING.length)}${REJECTED_ENDING}`;
      if (rejected > 0 && !isThere(rows)) this.#say('lost', `${Key} is put before its rejected rows`);
    }
    if (!Key.startsWith(DOSSIERS) || !Key.endsWith(`/${CHECKSUMS_FILE}`)) return;
    const { files } = JSON.parse(Body.toString()) as { files: Readonly<Record<string, string>> };
    const folder = Key.slice(0, -CHECKSUMS_FILE.length);
    for (const name of Object.keys(files))
      if (!isThere(`${folder}${name}`)) this.#say('lost', `the checksums of a dossier are put before ${name}`);
  }

  /**
   * A call is recorded before it is made, so that after a crash the next function knows that the endpoint may have
   * received it.
   */
  #called(id: string, { written, looks }: InvocationTrace): void {
    // A question to a bank has no delivery
    if (!id.includes('.')) return;
    const read = looks.get(this.#book.place(tableNamed(this.#world, 'Notices'), deliveryOf(id))) ?? [];
    if (read.length > 0 && read.every(isAnsweredNotice))
      this.#say('doubled', `an endpoint is sent ${id}, which its receiver has answered`);
    if (!isNoted(written.get(this.#book.place(tableNamed(this.#world, 'Deliveries'), deliveryOf(id)))))
      this.#say('lost', 'an endpoint is called before the attempt is noted');
    const TableName = tableNamed(this.#world, 'Receivers');
    const Key = { receiver: BANK };
    const { Item } = this.#world.tables.send({ name: 'GetCommand', input: { TableName, Key } });
    const own = written.get(this.#book.place(TableName, Key))?.['leasedBy'];
    if (own === undefined || (Item as Attributes)['leasedBy'] !== own)
      this.#say('doubled', 'an endpoint is called by a function that does not hold its lease');
  }
}

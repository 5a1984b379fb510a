import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import type { InjectedFaults } from './faults.ts';
import { FACTS, type SimulatedInvocation } from './invocations.ts';
import { tableKind } from './end-state.ts';
import { withLaterFact } from './later-fact.ts';
import { OF_ROWS } from './overwritten.ts';
import { isOfAccount, withMovedAccount } from './moved-account.ts';
import { withOwnCoverage } from './own-coverage.ts';
import type { Witness } from './orders.ts';
import type { Disturbance } from './disturbances.ts';
import { refusal, writtenItem } from './overtaking.ts';
import { noteRefused } from './refused-items.ts';
import { asBeforeRepeated, noteDrop } from './repeated-since.ts';
import { askedOf, perform, refusedBatch, type ServiceRequest, type Services } from './services.ts';
import type { Situations } from './situations.ts';
import { inputOfTwin } from './twin-writer.ts';
import type { Attributes } from './twins/expressions.ts';
import type { TablesTwin } from './twins/tables.ts';

interface PendingRequest extends ServiceRequest {
  readonly invocation: SimulatedInvocation;
  /** Whether nearly everything else happens before its answer comes. */
  readonly isStalled: boolean;
  tries: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}
interface RequestSurroundings extends Disturbance {
  readonly services: Services;
  readonly faults: InjectedFaults;
  readonly kill: (invocation: SimulatedInvocation) => void;
  readonly witness: () => Witness | undefined;
  readonly situations: Situations;
  /** Counts the requests by kind. */
  readonly count: ((asked: ServiceRequest, invocation: SimulatedInvocation) => void) | undefined;
}

const SDK_TRIES = 3;
const LIKELY = 10;
const SLOW = 0.4;
const STALLED = 0.05;

/** The requests of functions that have no answer yet. */
export class PendingRequests {
  #open: PendingRequest[] = [];
  #fresh: PendingRequest[] = [];
  readonly #around: RequestSurroundings;

  constructor(around: RequestSurroundings) {
    this.#around = around;
  }

  /** The weight of each in the next choice. */
  get weights(): readonly number[] {
    return this.#open.map(({ invocation, isStalled }) => (isStalled ? STALLED : invocation.isSlow ? SLOW : LIKELY));
  }

  add(asked: ServiceRequest, invocation: SimulatedInvocation): Promise<unknown> {
    invocation.asked += 1;
    this.#around.witness()?.asked(asked, invocation);
    const isHeld = this.#around.held.some((one) => one.holds(asked, invocation));
    // SQS hands over the messages of a function that waits to another one
    if (isHeld) invocation.handOverAgain();
    const isStalled = isHeld || invocation.asked === invocation.stallsAt || isOfFacts(asked, invocation);
    return new Promise((resolve, reject) => {
      this.#fresh.push({ ...asked, invocation, isStalled, tries: 0, resolve, reject });
    });
  }

  /** New requests are added in an order that does not depend on which code ran first. */
  gather(): void {
    if (this.#fresh.length > 1) this.#fresh.sort((a, b) => a.invocation.ordinal - b.invocation.ordinal);
    for (const asking of this.#fresh.splice(0)) this.#open.push(asking);
  }

  /** Requests of an ended function are removed. */
  drop(invocation: SimulatedInvocation): void {
    this.#fresh = this.#fresh.filter((asking) => asking.invocation !== invocation);
    this.#open = this.#open.filter((asking) => asking.invocation !== invocation);
  }

  /** Answers the request at an index, or applies a fault to it. */
  answer(at: number): void {
    const [asking] = this.#open.splice(at, 1);
    if (asking) this.#perform(asking);
  }

  /** The same message was handed over twice, and the other function has written the same, just before, and was ended. */
  #letTwinWrite(asking: PendingRequest): void {
    const { services, witness } = this.#around;
    const input = inputOfTwin(asking);
    if (!input) return;
    witness()?.beginTwin(asking.invocation, asking);
    try {
      perform(services, { ...asking, input }, 'none');
    } catch (error) {
      if (!isRefused(error)) throw error;
    } finally {
      witness()?.end();
    }
  }

  #isOvertaken(asking: PendingRequest): boolean {
    const { services, overtaking, overtakenAnew } = this.#around;
    const isAtEachTry = overtaking?.refuses(asking, asking.invocation, services.tables) === true;
    return isAtEachTry || overtakenAnew.refuses(asking, services.tables);
  }

  #refuseWhole(asking: PendingRequest): void {
    const answer = refusedBatch(asking);
    asking.invocation.wasHindered = true;
    noteRefused(asking, asking.invocation, answer);
    asking.resolve(answer);
  }

  /** The answer with facts as they were a moment before, or with one that came a moment after. */
  #disturbed(asking: PendingRequest, answer: unknown): unknown {
    const { invocation } = asking;
    const { faults, services } = this.#around;
    if (isOfAccount(asking, invocation)) {
      invocation.findsMoved ??= faults.befalls('account moved for a moment');
      return invocation.findsMoved ? withMovedAccount(answer, services) : answer;
    }
    const shown = this.#around.isBeforeRepeated ? asBeforeRepeated(asking, invocation, answer) : answer;
    return withLaterFact(asking, invocation, withOwnCoverage(asking, invocation, shown));
  }

  #perform(asking: PendingRequest): void {
    const { services, faults, silences, earlierReader, situations, kill, count } = this.#around;
    count?.(asking, asking.invocation);
    const fault = faults.of(asking);
    const again = () => {
      asking.tries += 1;
      if (asking.tries < SDK_TRIES) this.#open.push(asking);
      else {
        if (asking.service !== 'bank') asking.invocation.unanswered.add(askedOf(asking));
        hindered(Object.assign(new Error('no answer'), { name: 'TimeoutError' }));
      }
    };
    const hindered = (error: unknown) => {
      const own = isRefused(error) ? ownWriteIn(asking, services.tables) : undefined;
      if (own === undefined) {
        asking.invocation.wasHindered = true;
        if (isRefused(error) && asking.name === 'PutCommand') {
          const { overtaken } = asking.invocation;
          const item = writtenItem(asking, services.tables);
          const earlier = overtaken.get(item);
          overtaken.set(item, { ...earlier, times: (earlier?.times ?? 0) + 1, looks: 0 });
        }
      } else asking.invocation.refusedByItself.set(itemOf(asking, services.tables), own);
      if (asking.service === 'bank') this.#around.witness()?.learned(asking, { status: undefined }, asking.invocation);
      asking.reject(error);
    };
    if (fault === 'stream broken off' || fault === 'part of a batch refused') asking.invocation.wasHindered = true;
    if (fault === 'killed before the effect') return kill(asking.invocation);
    if (fault === 'answer lost before the effect' || fault === 'throttled') return again();
    const witness = this.#around.witness();
    if (fault === 'none' && silences.some((silence) => silence.concerns(asking, asking.invocation))) {
      faults.count('never answered');
      if (asking.isBatch) return this.#refuseWhole(asking);
      asking.tries = SDK_TRIES - 1;
      return again();
    }
    if (fault === 'none' && this.#isOvertaken(asking)) {
      faults.count('overtaken at each try');
      return hindered(refusal());
    }
    if (fault === 'overtaken by its twin') this.#letTwinWrite(asking);
    let answer: unknown;
    situations.before(asking, asking.invocation);
    witness?.begin(asking.invocation, asking);
    try {
      answer = situations.asFound(asking, asking.invocation, perform(services, asking, fault));
      // A function does not know an answer that was lost
      if (asking.isWrite || fault !== 'answer lost after the effect')
        witness?.answered(asking, answer, asking.invocation);
      if (asking.name === 'PutCommand') asking.invocation.overtaken.delete(writtenItem(asking, services.tables));
      if (asking.name === 'QueryCommand') noteLooked(asking);
      if (asking.name === 'GetCommand') noteRead(asking, answer as { Item?: Attributes }, services.tables);
      noteRefused(asking, asking.invocation, answer);
    } catch (error) {
      if (fault === 'answer lost after the effect') return again();
      return hindered(error);
    } finally {
      witness?.end();
    }
    if (fault !== 'part of a batch refused' && earlierReader.writesAfter(asking, asking.invocation, services))
      faults.count('written again by an earlier reader');
    if (fault === 'killed after the effect') return kill(asking.invocation);
    if (fault === 'answer lost after the effect') return again();
    // Making the name of a request takes longer than answering it
    if (asking.invocation.unanswered.size > 0) asking.invocation.unanswered.delete(askedOf(asking));
    noteDrop(asking, asking.invocation);
    if (asking.service === 'bank') this.#around.witness()?.learned(asking, answer as EndpointAnswer, asking.invocation);
    asking.resolve(faults.isCalm ? answer : this.#disturbed(asking, answer));
  }
}

/** Whether the reader is to wait at each query of facts of an earlier drop. */
const isOfFacts = ({ name, input }: ServiceRequest, { stallsAt }: SimulatedInvocation): boolean =>
  stallsAt === FACTS && name === 'QueryCommand' && OF_ROWS.has(tableKind(input.TableName));

const isRefused = (error: unknown) => error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** The item that the request writes or reads. */
const itemOf = ({ name, input }: ServiceRequest, tables: TablesTwin): string =>
  `${input.TableName} ${tables.keyIn(input.TableName, name === 'PutCommand' ? input.Item : input.Key)}`;

/** Whoever has looked at a partition again knows what others have written there. */
function noteLooked({ input, invocation: { overtaken } }: PendingRequest): void {
  if (overtaken.size === 0 || input.IndexName !== undefined) return;
  const [partition] = Object.values(input.ExpressionAttributeValues ?? {});
  for (const item of overtaken.keys())
    if (item.startsWith(`${input.TableName} ${JSON.stringify([partition]).slice(0, -1)},`)) overtaken.delete(item);
}

/** A write was overtaken if another write is stored when the writer reads its own back. */
function noteRead(asking: PendingRequest, { Item }: { readonly Item?: Attributes }, tables: TablesTwin): void {
  const { refusedByItself, overtaken } = asking.invocation;
  const item = itemOf(asking, tables);
  const before = overtaken.get(item);
  const found = Item?.['writeId'];
  const isOther = before !== undefined && 'found' in before && before.found !== found;
  if (before) overtaken.set(item, { times: isOther ? 0 : before.times, looks: before.looks + 1, found });
  const own = refusedByItself.get(item);
  if (own !== undefined && Item?.['writeId'] !== own) asking.invocation.wasHindered = true;
}

/** The id of the write, where the stored item has it because the write took effect and was sent again. */
function ownWriteIn({ name, input }: ServiceRequest, tables: TablesTwin): unknown {
  const Key = name === 'PutCommand' ? input.Item : input.Key;
  const writeId = (
    tables.send({ name: 'GetCommand', input: { TableName: input.TableName, Key } }) as { Item?: Attributes }
  ).Item?.['writeId'];
  const own: unknown[] =
    name === 'PutCommand' ? [input.Item.writeId] : Object.values(input.ExpressionAttributeValues ?? {});
  return own.includes(writeId) ? writeId : undefined;
}

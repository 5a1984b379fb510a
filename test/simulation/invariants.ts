import { type Violation, itemsOf } from './end-state.ts';
import { findingsAtRest, findingsOfDeliveries } from './at-rest.ts';
import { Orders } from './orders.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { hasDecision, leftOutFiles } from './decided-files.ts';
import { dropsNamed, mayBeginAnew } from './dropping.ts';
import { isGone } from './gone-file.ts';
import { isMalformed } from './malformed.ts';
import { headMoves } from './order-of-log.ts';
import { leftOvertaken } from './left-overtaken.ts';
import { countsAnotherDrop } from './own-coverage.ts';
import { hasReceipt, isInOutbox } from './receipts.ts';
import { codeIn, isRejected } from './rows-told.ts';
import { SearchKeys } from './search-keys.ts';
import type { StepDesign } from './system.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Message } from './twins/queues.ts';
import type { World } from './world.ts';

const MOST_SAID = 20;
/**
 * The conditions that must be true after each step of a run, whatever faults occurred. They are tested whenever a step
 * has changed something.
 */
export class Invariants {
  readonly found: Violation[] = [];
  world: World | undefined;
  #orders: Orders | undefined;
  readonly #searchKeys = new SearchKeys();

  /** Observes all events of the world from now on. */
  watch(world: World): void {
    this.world = world;
    this.#orders = new Orders(world, (kind, what) => this.#say(kind, what));
    world.witness = this.#orders;
    world.onDone = this.done;
    world.onReturned = (step, invocation) => this.#orders?.returned(step, invocation);
    world.onGivenBack = this.givenBack;
    world.onUnsent = this.unsent;
    world.onUnanswered = this.unanswered;
    world.onOvertaken = this.overtaken;
  }

  /** Is called for each write of each table. */
  readonly wrote = (table: string, before: Attributes | undefined, after: Attributes | undefined): void => {
    this.#orders?.wrote(table, before, after);
    if (table.includes('TablesPoliceRecordsTable')) this.#searchKeys.wrote(before, after);
    if (table.includes('TablesNoticesTable')) this.#notice(before, after);
    if (table.includes('TablesFilesTable')) this.#file(before, after);
    if (table.includes('TablesAssessmentsTable')) this.#assessment(before, after);
    if (table.includes('TablesLogTable'))
      for (const { kind, what } of headMoves(before, after, this.world)) this.#say(kind, what);
    if (
      table.includes('TablesVerificationsTable') &&
      before &&
      String(after?.['gatheredAt']) < String(before['gatheredAt'])
    )
      this.#say('different', `the verification of ${String(after?.['enterpriseCode'])} goes back to older facts`);
    if (table.includes('TablesOutcomesTable') && String(after?.['gatheredAt']) < String(before?.['gatheredAt'] ?? ''))
      this.#say('different', `the money of ${String(after?.['caseId'])} goes back to older facts`);
  };

  /** Is called for each message that a function reports as done. */
  readonly done = (
    step: StepDesign,
    message: Message,
    invocation: SimulatedInvocation,
    givenBack: readonly Message[],
  ): void => {
    const { folder, reads } = step;
    const { id, body } = message;
    if (isMalformed(body)) return;
    this.#orders?.done(step, message, invocation, givenBack);
    if (folder === '1-read-file') this.#fileDone(JSON.parse(body), id);
    if (folder !== '4-notify-police' || !reads) return;
    const { enterpriseCode } = JSON.parse(body) as { enterpriseCode: string };
    const assessed = this.#items('Assessments').find((one) => one['enterpriseCode'] === enterpriseCode);
    if (assessed) this.#notified(assessed, id);
  };

  /** A write that took effect is known again: a lost answer costs no second reading of a file, and no dead letter. */
  readonly givenBack = ({ folder }: StepDesign): void =>
    this.#say('different', `${folder} takes its own write for somebody else's and gives its message back`);

  /** Every message has a fate: one that SQS refused is sent again, or the message that caused it is returned. */
  readonly unsent = ({ folder }: StepDesign, messages: ReadonlySet<string>): void => {
    for (const message of messages) this.#say('lost', `${folder} is done, and SQS refused its message ${message}`);
  };

  /** No failure is ignored: a function without an answer returns its messages. */
  readonly unanswered = ({ folder }: StepDesign, asked: ReadonlySet<string>): void => {
    for (const one of asked) this.#say('lost', `${folder} is done, and was never answered: ${one.slice(0, 200)}`);
  };

  /** A function that another one has overtaken reads again or returns its message. */
  readonly overtaken = (step: StepDesign, invocation: SimulatedInvocation): void => {
    const sent = this.#orders?.sentBy(invocation) ?? [];
    for (const item of leftOvertaken(step, invocation.overtaken, sent))
      this.#say('lost', `${step.folder} is done, and was overtaken: ${item}`);
  };

  /** Tests what receivers were sent when nothing is running any more, before they acknowledge it. */
  beforeAcknowledgement(): void {
    const { world } = this;
    if (!world) return;
    const ofFeed = world.features.readsFeed ? world.feed.findings() : [];
    for (const { kind, what } of [...findingsOfDeliveries(world), ...ofFeed]) this.#say(kind, what);
  }

  /** Tests the state when nothing is running any more. */
  atRest(): void {
    const { world } = this;
    if (!world) return;
    for (const key of world.objects.keys(world.design.inbox, 'registrations/'))
      this.#companiesOf(key, Number.POSITIVE_INFINITY);
    for (const { kind, what } of findingsAtRest(world)) this.#say(kind, what);
    for (const key of this.#searchKeys.left(world)) this.#say('doubled', `a search key of a deleted version: ${key}`);
    for (const key of this.#searchKeys.leftTo(world))
      this.#say('lost', `no version is left of the file of a search key: ${key}`);
  }

  /** Every flagged company whose messages were all sent has its notice, or a message that will make it. */
  #notified({ enterpriseCode, verdict, notified }: Attributes, except?: string): void {
    if (verdict !== 'flagged' || notified !== true || !this.world) return;
    const stands = this.#items('Notices').some(
      ({ receiver, subject, state }) => receiver === 'police' && subject === enterpriseCode && state === 'in_force',
    );
    if (stands) return;
    const isOnItsWay = this.#messages('4-notify-police').some(
      ({ id, body }) => id !== except && body.includes(String(enterpriseCode)),
    );
    if (!isOnItsWay) this.#say('lost', `the flagged ${String(enterpriseCode)} is without its notice`);
  }

  #assessment(before: Attributes | undefined, after: Attributes | undefined): void {
    if (!after) return;
    if (before && String(after['gatheredAt']) < String(before['gatheredAt']))
      this.#say('different', `the assessment of ${String(after['enterpriseCode'])} goes back to older facts`);
    this.#notified(after);
  }

  #notice(before: Attributes | undefined, after: Attributes | undefined): void {
    const lost = this.world?.lost.get((after ?? before)?.['noticeId']);
    if (!after) return lost === undefined ? this.#say('lost', 'a notice was removed') : undefined;
    const [was, is] = [Number(before?.['sequence'] ?? lost ?? 0), Number(after['sequence'])];
    const name = String(after['noticeId']);
    if (is < was || is > was + 1) this.#say('different', `the sequence of ${name} goes from ${was} to ${is}`);
    const says = (notice: Attributes) =>
      JSON.stringify([notice['state'], notice['content'], notice['expiresOn'], notice['reviewOn']]);
    if (before) {
      if (is === was && says(before) !== says(after)) this.#say('different', `${name} changes at the same sequence`);
      if (is === was + 1 && says(before) === says(after)) this.#say('doubled', `${name} is said again`);
      return;
    }
    const others = this.#items('Notices').filter(
      ({ receiver, subject }) => receiver === after['receiver'] && subject === after['subject'],
    );
    if (others.length > 1) this.#say('doubled', `a second notice of ${String(after['subject'])}`);
  }

  #file(before: Attributes | undefined, after: Attributes | undefined): void {
    if (after && countsAnotherDrop(after))
      this.#say('different', `the coverage of ${String(after['file'])} counts another drop of a file that is read`);
    if (!after || after['counts'] === undefined) return;
    const { world } = this;
    const { feed, file } = after as { feed: string; file: string };
    const read = (item: Attributes | undefined) => (item?.['counts'] as { read: number } | undefined)?.read ?? 0;
    // A reader of an earlier drop that is still to end may have taken rows back: it has the file read again
    if (!this.#isAnotherDropUnderWay(`${feed}/${file}`, after['version']))
      this.#companiesOf(`${feed}/${file}`, read(after));
    if (after['state'] !== 'reading' && !(world && hasReceipt(world, feed, file)))
      this.#say('lost', `${feed}/${file} counts as read and has no receipt`);
    if (after['state'] !== 'reading' && !(world && isInOutbox(world, feed, file)))
      this.#say('lost', `${feed}/${file} counts as read and its sender has nothing back`);
    if (!before || after['version'] !== before['version'] || (world && hasDecision(world, feed))) return;
    if (mayBeginAnew(before, after, world) || this.#isAskedAnew(`${feed}/${file}`, before)) return;
    if (read(after) < read(before)) this.#say('lost', `${file} goes back to an earlier row`);
    if (before['state'] !== 'reading' && after['state'] === 'reading') this.#say('doubled', `${file} is read again`);
  }

  /** Whether a message of another drop of the file, or to read it anew, is in a queue or with a reader. */
  #isAnotherDropUnderWay(key: string, version: unknown): boolean {
    return this.#dropsUnderWay(key).some((drop) => drop.version !== version || drop.anew !== undefined);
  }

  /** Whether a message asks for another reading in place of this one, as a decision does before it is stored. */
  #isAskedAnew(key: string, { version, startedAt }: Attributes): boolean {
    return this.#dropsUnderWay(key).some((drop) => drop.version === version && drop.anew === startedAt);
  }

  #dropsUnderWay = (key: string) => dropsNamed(key, this.#messages('1-read-file'));

  /** A file's message is done: the file has its receipt, or it is carried on by another. */
  #fileDone(message: { Records?: { s3: { object: { key: string } } }[]; key?: string }, own: string): void {
    for (const key of [
      ...(message.Records ?? []).map(({ s3 }) => s3.object.key),
      ...(message.key === undefined ? [] : [message.key]),
    ]) {
      const [feed = '', ...rest] = decodeURIComponent(key).split('/');
      if (isGone(key)) continue;
      const isCarriedOn = this.#messages('1-read-file').some(({ id, body }) => id !== own && body.includes(key));
      if (!isCarriedOn && !(this.world && hasReceipt(this.world, feed, rest.join('/'))))
        this.#say('lost', `${key} is done without a receipt`);
    }
  }

  /** Every accepted row among the first so many has its company. */
  #companiesOf(key: string, rows: number): void {
    const { world } = this;
    if (!world || !key.startsWith('registrations/') || leftOutFiles(world).has(key)) return;
    const text = world.objects.get(world.design.inbox, key)?.toString() ?? '';
    const recorded = new Set(this.#items('Companies').map(({ enterpriseCode }) => String(enterpriseCode)));
    for (const row of text.split('\n').slice(1, 1 + rows)) {
      const code = codeIn(row);
      if (!isRejected(row) && !recorded.has(code)) this.#say('lost', `an accepted row of ${code} without its company`);
    }
  }

  #items(kind: string): readonly Attributes[] {
    return this.world ? itemsOf(this.world, kind) : [];
  }

  /** All messages of a step, including dead letters. */
  #messages(folder: string): readonly Message[] {
    const { world } = this;
    const queue = world?.design.steps.find((step) => step.folder === folder)?.reads?.queue;
    return world && queue !== undefined ? [...world.queues.in(queue), ...world.queues.deadLettersOf(queue)] : [];
  }

  #say(kind: Violation['kind'], what: string): void {
    if (this.found.length < MOST_SAID && !this.found.some((one) => one.what === what)) this.found.push({ kind, what });
  }
}

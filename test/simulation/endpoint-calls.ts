import { isInTrouble, isResting } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import {
  callBegins,
  healthIn,
  isHealth,
  type Lease,
  type LeaseBook,
  isTooManyAtOnce,
  learnFrom,
  leftBy,
  leaseOf,
  newBook,
  untried,
} from './lease-book.ts';
import type { ServiceRequest } from './services.ts';
import { GONE } from './troubled-endpoint.ts';
import type { Attributes } from './twins/expressions.ts';

const FOLDER = 'deliver-notice';
/** A function looks for deliveries to an endpoint no longer than this, in milliseconds, so that others get their turn. */
const TURN_MS = 5000;

/** Looks at what a function does under the lease of an endpoint: when, how much at once, and after which failures. */
export class EndpointCalls {
  readonly #books = new WeakMap<SimulatedInvocation, LeaseBook>();
  readonly #world: { readonly steps: number; readonly now: () => number };
  readonly #say: (what: string) => void;

  constructor(world: { readonly steps: number; readonly now: () => number }, say: (what: string) => void) {
    this.#world = world;
    this.#say = say;
  }

  /** Is called when a function asks, before anything else happens. */
  asked({ service, name, input }: ServiceRequest, invocation: SimulatedInvocation): void {
    if (invocation.step.folder !== FOLDER) return;
    const book = this.#bookOf(invocation);
    if (service === 'bank') callBegins(book, String(input.id));
    if (input.TableName === undefined) return;
    const kind = tableKind(input.TableName);
    const { noticeId } = (input.Key ?? {}) as Attributes;
    if (name === 'UpdateCommand' && kind === 'Receivers') this.#asksForLease(input, book);
    if (name === 'GetCommand' && kind === 'Deliveries') book.ahead.set(noticeId, (book.ahead.get(noticeId) ?? 0) + 1);
    if (name === 'UpdateCommand' && kind === 'Notices') book.settled.add(noticeId);
    if (name === 'GetCommand' && kind === 'Notices' && !book.settled.has(noticeId)) this.#takes(noticeId, book);
    if (name === 'QueryCommand' && input.IndexName === 'backlog' && !input.ExclusiveStartKey) this.#looks(book);
  }

  /** Is called with the effect of each request. */
  answered({ name, input }: ServiceRequest, answer: unknown, invocation: SimulatedInvocation): void {
    if (invocation.step.folder !== FOLDER || input.TableName === undefined) return;
    const book = this.#bookOf(invocation);
    const now = this.#nowOf(invocation);
    if (name === 'QueryCommand' && book.lease && input.IndexName === 'backlog')
      book.lease.shown = (answer as { readonly Items: readonly StoredDelivery[] }).Items;
    if (tableKind(input.TableName) !== 'Receivers') return;
    const { Item, Attributes: after } = answer as { readonly Item?: Attributes; readonly Attributes?: Attributes };
    const health = healthIn(Item);
    if (name === 'GetCommand') book.mayBeCalled.push(isInTrouble(health) && !isResting(health, new Date(now)));
    if (after?.['leasedBy'] !== undefined) book.lease = leaseOf(after, now);
    // A function whose answer was lost finds in the item that it has the lease
    const { lease } = book;
    if (lease && Item?.['leasedBy'] === lease.by && lease.taken.size === 0 && !lease.isUnsure) lease.since = now;
  }

  /** Is called once a function knows how an endpoint has answered it. */
  learned(id: string, answer: EndpointAnswer, invocation: SimulatedInvocation): void {
    const { lease, open } = this.#bookOf(invocation);
    open.delete(id);
    const [noticeId = ''] = id.split('.');
    if (!lease?.taken.has(noticeId)) return;
    learnFrom(lease, noticeId, answer, new Date(this.#nowOf(invocation)));
  }

  /** What a function has left out before it reports the message of a notice as done. */
  left(message: Attributes, invocation: SimulatedInvocation, givenBack: number): string | undefined {
    const { noticeId } = message;
    // The message of a notice that is gone can only be parked
    if (givenBack > 0 || noticeId === undefined || noticeId === GONE || 'questionId' in message) return undefined;
    return leftBy(this.#bookOf(invocation), noticeId);
  }

  #asksForLease(input: ServiceRequest['input'], book: LeaseBook): void {
    const { lease } = book;
    book.hasAsked = true;
    const names = Object.entries((input.ExpressionAttributeNames ?? {}) as Attributes);
    const values = Object.values((input.ExpressionAttributeValues ?? {}) as Attributes);
    if (!lease || !names.some(([placeholder, named]) => placeholder.startsWith('#removed') && named === 'leasedBy'))
      return;
    if ([...book.open.values()].some((by) => values.includes(by)))
      this.#say('an endpoint is given back while a call of it has not ended');
    const given = values.find(isHealth);
    if (!lease.isUnsure && given && given.failures !== lease.health.failures)
      this.#say('an endpoint is given back without what its answers have shown');
    book.owesAnother = lease.mayTakeAnother && lease.round.isAlone && untried(lease).length > 0;
    book.lease = undefined;
    book.passes += 1;
  }

  /** A notice is read to be sent. */
  #takes(noticeId: unknown, book: LeaseBook): void {
    const { lease } = book;
    const ahead = book.ahead.get(noticeId) ?? 0;
    if (ahead > 0) {
      book.ahead.set(noticeId, ahead - 1);
      if (!lease) return;
      book.unclear.add(noticeId);
    }
    if (!lease) return;
    if (book.unclear.has(noticeId)) {
      lease.isUnsure = true;
      if (lease.mayTakeAnother) book.lease = undefined;
      return;
    }
    const { steps } = this.#world;
    const isAnother = lease.mayTakeAnother;
    lease.taken.add(noticeId);
    if (isAnother) {
      lease.mayTakeAnother = false;
      lease.health = { ...lease.health, restUntil: undefined };
      lease.round = { step: steps, first: noticeId, isProbe: false, isAlone: true };
      return;
    }
    this.#mayGoOn(lease);
    if (!lease.isUnsure && isTooManyAtOnce(lease, noticeId, steps))
      this.#say('an endpoint that has failed is sent several notices at once, so that they come in another order');
  }

  #looks(book: LeaseBook): void {
    const { lease } = book;
    if (book.passes > 0) book.passes -= 1;
    else if (lease) {
      this.#mayGoOn(lease);
      this.#mayLookAgain(lease);
      lease.lookedAt = this.#world.now();
    }
  }

  #mayGoOn({ health, isUnsure }: Lease): void {
    if (isUnsure) return;
    const now = this.#world.now();
    if (isResting(health, new Date(now))) this.#say('a notice is to be sent to an endpoint that is to rest');
  }

  /** A function that was held after it had looked goes on with the calls that it had begun. */
  #mayLookAgain({ since, isUnsure }: Lease): void {
    if (!isUnsure && this.#world.now() - since >= TURN_MS)
      this.#say('a function keeps an endpoint longer than its turn');
  }

  /** The time by the function's own clock. */
  #nowOf({ environment }: SimulatedInvocation): number {
    return this.#world.now() + environment.clockOffMs;
  }

  #bookOf(invocation: SimulatedInvocation): LeaseBook {
    const known = this.#books.get(invocation) ?? newBook();
    this.#books.set(invocation, known);
    return known;
  }
}

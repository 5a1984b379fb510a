import type { Chance } from './chance.ts';
import type { ServiceRequest } from './service-request.ts';

/** The faults that may affect a function's request, with their weights; no fault has the weight 1. */
const OF_A_REQUEST = {
  'answer lost after the effect': { ofWrites: 0.12, ofReads: 0.02 },
  'killed after the effect': { ofWrites: 0.04, ofReads: 0.01 },
  'killed before the effect': { ofWrites: 0.02, ofReads: 0.02 },
  'answer lost before the effect': { ofWrites: 0.04, ofReads: 0.04 },
  throttled: { ofWrites: 0.03, ofReads: 0.03 },
  'part of a batch refused': { ofWrites: 0.15, ofReads: 0.15 },
  'reading late': { ofWrites: 0, ofReads: 0.3 },
  'stream broken off': { ofWrites: 0, ofReads: 0.05 },
  'endpoint fails': { ofWrites: 0.3, ofReads: 0 },
} as const;
const KINDS = Object.keys(OF_A_REQUEST) as (keyof typeof OF_A_REQUEST)[];
/** The probabilities of other events. */
const BY_THE_WAY = {
  'delivered twice': 0.06,
  'delivered late': 0.05,
  'acknowledgement lost': 0.06,
  "caller's answer lost": 0.1,
  'long pause': 0.2,
  'clock stepped': 0.05,
  'slow function': 0.15,
  'slow reader': 0.35,
  'little time left': 0.16,
  'asked twice at once': 0.1,
} as const;

export type InjectedFault = 'none' | keyof typeof OF_A_REQUEST;
type Mishap = keyof typeof BY_THE_WAY;
/** Other faults and interruptions, which are counted where they happen. */
type Event =
  | 'delivered out of order'
  | 'killed at its time limit'
  | 'dead letter'
  | 'redriven'
  | 'file dropped again'
  | 'wrong file dropped before'
  | 'reply'
  | 'decision about a file'
  | 'service fails for a while';

/** The services that may fail for a while; the first option is none. */
const OUTAGES = [
  '',
  'GetCommand',
  'BatchGetCommand',
  'QueryCommand',
  'PutCommand',
  'UpdateCommand',
  'BatchWriteCommand',
  'SendMessageBatchCommand',
  'GetObjectCommand',
  'PutObjectCommand',
];
/**
 * The number of requests of that kind after which a failure begins, and the number of requests to one table, queue or
 * bucket that fail.
 */
const OUTAGE_AFTER = [2, 6, 15, 40];
const OUTAGE_REQUESTS = 30;

/** The frequency of faults in a run, from 0 (never) to 1 (often). */
export type Temper = number;

interface Options {
  readonly faults: readonly InjectedFault[];
  readonly weights: readonly number[];
}

/** Chooses faults and counts them. */
export class InjectedFaults {
  readonly faultCounts: Record<string, number> = {};
  readonly #chance: Chance;
  readonly #temper: Temper;
  readonly #options = new Map<number, Options>();
  readonly #outageOf: string | undefined;
  #untilOutage: number;
  #outage = { of: '', left: 0 };

  constructor(chance: Chance, temper: Temper) {
    this.#chance = chance;
    this.#temper = temper;
    this.#outageOf = OUTAGES[chance.pick(OUTAGES.map(() => 1))];
    this.#untilOutage = OUTAGE_AFTER[chance.pick(OUTAGE_AFTER.map(() => 1))] ?? 0;
  }

  get isCalm(): boolean {
    return this.#chance.isCalm;
  }

  of(asked: ServiceRequest): InjectedFault {
    const { faults, weights } = this.#optionsOf(asked);
    const fault = this.#isOut(asked)
      ? asked.isBatch
        ? 'part of a batch refused'
        : 'throttled'
      : (faults[this.#chance.pick(weights)] ?? 'none');
    if (fault !== 'none') this.count(fault);
    return fault;
  }

  befalls(mishap: Mishap): boolean {
    const fell = this.#chance.happens(BY_THE_WAY[mishap] * this.#temper);
    if (fell) this.count(mishap);
    return fell;
  }

  count(what: InjectedFault | Mishap | Event, times = 1): void {
    if (times > 0) this.faultCounts[what] = (this.faultCounts[what] ?? 0) + times;
  }

  /** Keeps all messages in their order, changes the order, or keeps only one message. */
  someOf<T>(all: readonly T[]): readonly T[] {
    const choice = this.#chance.pick([4, 2, 2]);
    if (choice === 0 || all.length < 2) return all;
    this.count('delivered out of order');
    if (choice === 1) return [...all].reverse();
    const one = all[this.#chance.pick(all.map(() => 1))];
    return one === undefined ? [] : [one];
  }

  /** A caller stops trying before a service that fails for a while works again. */
  #isOut(asked: ServiceRequest): boolean {
    if (this.#chance.isCalm || asked.name !== this.#outageOf) return false;
    this.#untilOutage -= 1;
    if (this.#untilOutage === 0) {
      this.#outage = { of: placeOfRequest(asked), left: OUTAGE_REQUESTS };
      this.count('service fails for a while');
    }
    if (this.#outage.left === 0 || this.#outage.of !== placeOfRequest(asked)) return false;
    this.#outage.left -= 1;
    return true;
  }

  #optionsOf({ name, service, isWrite, isBatch, mayBeLate }: ServiceRequest): Options {
    const ofObject = name === 'GetObjectCommand';
    const kind = [isWrite, isBatch, mayBeLate, ofObject, service === 'bank'].reduce(
      (sum, is) => sum * 2 + Number(is),
      0,
    );
    const known = this.#options.get(kind);
    if (known) return known;
    const may = (fault: InjectedFault) =>
      (fault !== 'part of a batch refused' || isBatch) &&
      (fault !== 'reading late' || mayBeLate) &&
      (fault !== 'stream broken off' || ofObject) &&
      (fault !== 'endpoint fails' || service === 'bank');
    const chosen = KINDS.map((fault) => {
      const { ofWrites, ofReads } = OF_A_REQUEST[fault];
      return { fault, weight: may(fault) ? (isWrite ? ofWrites : ofReads) * this.#temper : 0 };
    }).filter(({ weight }) => weight > 0);
    const options = {
      faults: ['none' as const, ...chosen.map(({ fault }) => fault)],
      weights: [1, ...chosen.map(({ weight }) => weight)],
    };
    this.#options.set(kind, options);
    return options;
  }
}

/** The table, queue or bucket of a request, with the kind of request. */
const placeOfRequest = ({ name, input }: ServiceRequest): string => {
  const [table] = Object.keys(input.RequestItems ?? {});
  return `${name} ${input.TableName ?? table ?? input.QueueUrl ?? input.Bucket}`;
};

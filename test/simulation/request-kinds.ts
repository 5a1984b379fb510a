import { placeOfRequest } from './faults.ts';
import type { Chance } from './chance.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './services.ts';

/** The requests of one kind that a calm run makes. */
export interface RequestKind {
  readonly name: string;
  readonly table: string | undefined;
  /** Whether some of them have a condition. */
  isConditional: boolean;
  times: number;
}
/** All kinds of requests that a calm run makes, by their names. */
export type RequestKinds = ReadonlyMap<string, RequestKind>;

/** The most requests of a kind among which one is chosen. */
const MOST_COUNTED = 12;

/** A function, with the kind of request and its table, queue or bucket; a file's progress has a kind of its own. */
export const kindOfRequest = (asked: ServiceRequest, { step }: SimulatedInvocation): string =>
  `${step.folder} ${placeOfRequest(asked)}${asked.input.Item?.counts === undefined ? '' : ' of a file'}`;

/** Counts a request of a calm run. */
export function countRequest(
  kinds: Map<string, RequestKind>,
  asked: ServiceRequest,
  invocation: SimulatedInvocation,
): void {
  const key = kindOfRequest(asked, invocation);
  const { name, isConditional } = asked;
  const known = kinds.get(key) ?? { name, table: asked.input.TableName, isConditional, times: 0 };
  known.isConditional ||= isConditional;
  known.times += 1;
  kinds.set(key, known);
}

/** A kind of request, and the number of such requests before the one that is meant. */
export interface ChosenRequest {
  readonly kind: string | undefined;
  readonly before: number;
}

/**
 * The seed chooses one kind of request among those that the calm run makes, and which of them is meant. A rare kind is
 * chosen more often, because the faults of chance hardly ever meet it.
 */
export function chooseRequest(
  chance: Chance,
  kinds: RequestKinds,
  may: (kind: RequestKind) => boolean = () => true,
): ChosenRequest {
  const all = [...kinds].filter(([, kind]) => may(kind));
  const weights = all.map(([, { times }]) => 1 / Math.sqrt(times));
  const [kind, { times }] = all[chance.fixed(weights)] ?? [undefined, { times: 0 }];
  const before = chance.fixed(Array.from({ length: Math.min(times, MOST_COUNTED) }, () => 1));
  return { kind, before };
}

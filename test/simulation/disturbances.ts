import type { Chance } from './chance.ts';
import { EarlierReader } from './earlier-reader.ts';
import type { Features } from './features.ts';
import { HeldRequests } from './held-requests.ts';
import { AlwaysOvertaken, OvertakenAnew } from './overtaking.ts';
import type { RequestKind, RequestKinds } from './request-kinds.ts';
import { Silence } from './silence.ts';

/** What a run does to some functions on purpose, beside the faults of chance. */
export interface Disturbance {
  readonly overtakenAnew: OvertakenAnew;
  readonly earlierReader: EarlierReader;
  readonly overtaking: AlwaysOvertaken | undefined;
  readonly silences: readonly Silence[];
  /** Whether readers find facts that another file has repeated as they were before. */
  readonly isBeforeRepeated: boolean;
  readonly held: readonly HeldRequests[];
}

const isWrite = ({ name }: RequestKind) => /^(?:Put|Update|Delete)Command$/u.test(name);

/** The seed says which of them a run has, and which of the requests that the calm run makes they concern. */
export function disturbanceOf(chance: Chance, kinds: RequestKinds, { silences }: Features): Disturbance {
  const has = (probability: number) => chance.fixed([1 - probability, probability]) === 1;
  return {
    overtakenAnew: new OvertakenAnew(chance),
    earlierReader: new EarlierReader(chance),
    overtaking: has(0.5) ? new AlwaysOvertaken(chance, kinds) : undefined,
    silences: Array.from({ length: silences }, () => new Silence(chance, kinds)),
    isBeforeRepeated: has(0.5),
    held: [
      ...(has(0.6) ? [new HeldRequests(chance, kinds, isWrite)] : []),
      ...(has(0.4) ? [new HeldRequests(chance, kinds)] : []),
    ],
  };
}

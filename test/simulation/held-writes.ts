import type { Chance } from './chance.ts';
import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Asked } from './services.ts';

const TABLES = [
  'Notices',
  'Assessments',
  'Verifications',
  'Files',
  'Links',
  'Log',
  'Deliveries',
  'Receivers',
  'Replies',
];
/** Which of the writes to the table. */
const NTH = [0, 1, 2, 3, 5, 8];
const BEFORE = 0.5;

/**
 * A function waits with one of its writes, or after it, while nearly all else happens: it has read what is changed
 * meanwhile, or has not yet said what it has written.
 */
export class HeldWrites {
  readonly #chance: Chance;
  readonly #table: string | undefined;
  readonly #isBefore: boolean;
  #until: number;
  #waits: SimulatedInvocation | undefined;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#table = TABLES[chance.fixed(TABLES.map((table) => (table === 'Notices' ? 3 : 1)))];
    this.#isBefore = chance.fixed([1 - BEFORE, BEFORE]) === 1;
    this.#until = NTH[chance.fixed(NTH.map(() => 1))] ?? 0;
  }

  /** Whether the request waits. */
  holds({ name, input }: Asked, invocation: SimulatedInvocation): boolean {
    if (this.#chance.isCalm) return false;
    if (this.#waits === invocation) {
      this.#waits = undefined;
      return true;
    }
    const isWrite = name === 'PutCommand' || name === 'UpdateCommand';
    if (this.#until < 0 || !isWrite || tableKind(input.TableName) !== this.#table) return false;
    this.#until -= 1;
    if (this.#until >= 0) return false;
    if (!this.#isBefore) this.#waits = invocation;
    return this.#isBefore;
  }
}

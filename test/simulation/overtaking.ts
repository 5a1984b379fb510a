import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Chance } from './chance.ts';
import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Asked } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { TablesTwin } from './twins/tables.ts';

/** The items of which a function may find each of its writes refused. */
const ITEMS = [
  'Notices',
  'Assessments',
  'Verifications',
  'Progress',
  'Coverage',
  'Links',
  'Log',
  'Deliveries',
  'Replies',
];
/** After how many writes to the table it begins. */
const AFTER = [0, 1, 2, 4, 8, 16];
/** More tries than any function makes, and for how many functions one after the other. */
const MOST_REFUSED = 6;
const MOST_FUNCTIONS = 4;

/**
 * A function finds each of its conditional writes to one table refused, as if another function were
 * always faster, and once it has ended the next one does. So the end of its tries is reached, which interleavings of
 * single writes hardly ever reach.
 */
export class AlwaysOvertaken {
  readonly #chance: Chance;
  readonly #items: string | undefined;
  #until: number;
  #invocation: SimulatedInvocation | undefined;
  #functions = 0;
  #left = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#items = ITEMS[chance.fixed(ITEMS.map(() => 1))];
    this.#until = AFTER[chance.fixed(AFTER.map(() => 1))] ?? 0;
  }

  refuses({ name, input, isConditional }: Asked, invocation: SimulatedInvocation, tables: TablesTwin): boolean {
    if (this.#chance.isCalm) return false;
    if (name !== 'PutCommand' || !isConditional || nameOf(input) !== this.#items) return false;
    // Whoever is refused a mark finds the mark of another function, and whoever is refused a reply finds that reply
    if (isMark(input.Item) || (this.#items === 'Replies' && !stands(input, tables))) return false;
    if (this.#until > 0) {
      this.#until -= 1;
      return false;
    }
    if (this.#invocation?.dead !== false && this.#functions < MOST_FUNCTIONS) {
      this.#invocation = invocation;
      this.#functions += 1;
      this.#left = MOST_REFUSED;
    }
    if (this.#invocation !== invocation || this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }
}

/** Of the two kinds of items in the table of files, the coverage is written again and again, whoever overtakes. */
function nameOf({ TableName, Item }: Asked['input']): string {
  const kind = tableKind(TableName);
  return kind === 'Files' ? ('counts' in Item ? 'Progress' : 'Coverage') : kind;
}

export const refusal = (): Error => new ConditionalCheckFailedException({ message: 'overtaken', $metadata: {} });

/** A band that counts as told. */
const isMark = ({ notified, band }: Attributes): boolean => notified === true && band !== undefined;

const stands = ({ TableName, Item: Key }: Asked['input'], tables: TablesTwin): boolean =>
  tables.send({ name: 'GetCommand', input: { TableName, Key } })['Item'] !== undefined;

/** The name of an item that a write concerns; a mark that a band was told counts by itself. */
export const writtenItem = ({ name, input }: Pick<Asked, 'name' | 'input'>, tables: TablesTwin): string => {
  const item = name === 'PutCommand' ? input.Item : input.Key;
  return `${input.TableName} ${tables.keyIn(input.TableName, item)}${isMark(item) ? ' as told' : ''}`;
};

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Chance } from './chance.ts';
import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { type ChosenRequest, chooseRequest, kindOfRequest, type RequestKinds } from './request-kinds.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { TablesTwin } from './twins/tables.ts';

/** The tables of which a function may find each of its writes refused. */
const TABLES = new Set(['Notices', 'Assessments', 'Verifications', 'Files', 'Links', 'Log', 'Deliveries', 'Replies']);
/** More tries than any function makes, and for how many functions one after the other. */
const MOST_REFUSED = 12;
const MOST_FUNCTIONS = 4;

/**
 * A function finds each of its conditional writes to one table refused, as if another function were always faster, and
 * once it has ended the next one does. So the end of its tries is reached, which interleavings of single writes hardly
 * ever reach. The seed says which writes these are, among those that the calm run makes.
 */
export class AlwaysOvertaken {
  readonly #chance: Chance;
  readonly #of: ChosenRequest;
  #until: number;
  #invocation: SimulatedInvocation | undefined;
  #functions = 0;
  #left = 0;

  constructor(chance: Chance, kinds: RequestKinds) {
    this.#chance = chance;
    this.#of = chooseRequest(
      chance,
      kinds,
      ({ name, isConditional, table = '' }) => name === 'PutCommand' && isConditional && TABLES.has(tableKind(table)),
    );
    this.#until = this.#of.before;
  }

  refuses(asked: ServiceRequest, invocation: SimulatedInvocation, tables: TablesTwin): boolean {
    const { name, input, isConditional } = asked;
    if (this.#chance.isCalm || name !== 'PutCommand' || !isConditional) return false;
    if (kindOfRequest(asked, invocation) !== this.#of.kind) return false;
    // Whoever is refused a mark finds the mark of another function, and whoever is refused a reply finds that reply
    const isOfReply = tableKind(input.TableName) === 'Replies';
    if (isMark(input.Item) || (isOfReply && !standing(input, tables)) || isDecision(input, tables)) return false;
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

/** The progress of a file, unlike the coverage in the same table. */
const isProgress = ({ TableName, Item }: ServiceRequest['input']): boolean =>
  tableKind(TableName) === 'Files' && 'counts' in Item;

/** In half of the runs a reader that begins a drop anew is overtaken by the one that still reads it. */
export class OvertakenAnew {
  readonly #chance: Chance;
  #left: number;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#left = chance.fixed([1, 1]);
  }

  refuses({ name, input }: ServiceRequest, tables: TablesTwin): boolean {
    if (this.#left === 0 || this.#chance.isCalm || name !== 'PutCommand' || !isProgress(input)) return false;
    const { version, startedAt } = standing(input, tables) ?? {};
    if (isDecision(input, tables)) return false;
    if (version !== input.Item.version || startedAt === input.Item.startedAt) return false;
    this.#left -= 1;
    return true;
  }
}

/** A decision about a file that somebody has begun to read changes nothing, so that its write is never refused here. */
function isDecision(input: ServiceRequest['input'], tables: TablesTwin): boolean {
  if (!isProgress(input)) return false;
  const { leftOut, replacesEarlier } = standing(input, tables) ?? {};
  return (input.Item.leftOut && !leftOut) || (input.Item.replacesEarlier && !replacesEarlier);
}

export const refusal = (): Error => new ConditionalCheckFailedException({ message: 'overtaken', $metadata: {} });

/** A band that counts as told. */
const isMark = ({ notified, band }: Attributes): boolean => notified === true && band !== undefined;

const standing = ({ TableName, Item: Key }: ServiceRequest['input'], tables: TablesTwin): Attributes | undefined =>
  tables.send({ name: 'GetCommand', input: { TableName, Key } })['Item'] as Attributes | undefined;

/** The end of the name of a mark: companies of one batch may each mark the same band, and be refused. */
export const AS_TOLD = ' as told';

/** The name of an item that a write concerns; a mark that a band was told counts by itself. */
export const writtenItem = ({ name, input }: Pick<ServiceRequest, 'name' | 'input'>, tables: TablesTwin): string => {
  const item = name === 'PutCommand' ? input.Item : input.Key;
  return `${input.TableName} ${tables.keyIn(input.TableName, item)}${isMark(item) ? AS_TOLD : ''}`;
};

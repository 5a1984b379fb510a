import { tableKind } from './end-state.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** How much later the other function's clock shows, which is less than the clocks of two functions differ by. */
const AHEAD_MS = 100;
/** The clocks of two functions differ by less than this. */
const CLOCKS_DIFFER_MS = 800;

/**
 * Before a function stores that a company is gone, another one whose clock is ahead has stored an assessment of facts from
 * before the registration was taken back. So its clock shows at most a little more than the instant at which the last
 * registration was deleted.
 */
export class StillRegistered {
  #isStored = false;
  /** When a registration of a company was deleted last, in milliseconds since 1970. */
  readonly #takenBackAt = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  storesBefore({ name, input }: ServiceRequest, { tables }: Services): void {
    const kind = tableKind(String(input.TableName));
    if (name === 'DeleteCommand' && kind === 'Companies') this.#noteDeletion(input, tables);
    if (this.#isStored || name !== 'PutCommand' || kind !== 'Assessments') return;
    const { dueAt, gatheredAt, enterpriseCode } = input.Item as Attributes;
    const standing = tables.send({
      name: 'GetCommand',
      input: { TableName: input.TableName, Key: { enterpriseCode } },
    });
    const item = standing['Item'] as Attributes | undefined;
    // No index has a company that is gone
    if (dueAt !== undefined || item?.['dueAt'] === undefined) return;
    const later = Date.parse(String(gatheredAt)) + AHEAD_MS;
    if (later > (this.#takenBackAt.get(String(enterpriseCode)) ?? 0) + CLOCKS_DIFFER_MS) return;
    this.#isStored = true;
    tables.send({
      name: 'PutCommand',
      input: {
        TableName: input.TableName,
        Item: { ...item, gatheredAt: new Date(later).toISOString(), writeId: 'of another function' },
      },
    });
  }

  #noteDeletion({ TableName, Key }: ServiceRequest['input'], tables: Services['tables']): void {
    const { enterpriseCode, fact } = Key as Attributes;
    if (!String(fact).startsWith('registration#')) return;
    const { Item } = tables.send({ name: 'GetCommand', input: { TableName, Key } });
    if (Item !== undefined) this.#takenBackAt.set(String(enterpriseCode), this.#now());
  }
}

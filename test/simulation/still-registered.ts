import { tableKind } from './end-state.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Less than the clocks of two functions differ by. */
const AHEAD_MS = 500;

/**
 * Before a function stores that a company is gone, another one whose clock is ahead has stored an assessment of facts from
 * before the registration was taken back.
 */
export class StillRegistered {
  #isStored = false;

  storesBefore({ name, input }: ServiceRequest, { tables }: Services): void {
    if (this.#isStored || name !== 'PutCommand' || tableKind(input.TableName) !== 'Assessments') return;
    const { dueAt, gatheredAt, enterpriseCode } = input.Item as Attributes;
    const standing = tables.send({
      name: 'GetCommand',
      input: { TableName: input.TableName, Key: { enterpriseCode } },
    });
    const item = standing['Item'] as Attributes | undefined;
    // No index has a company that is gone
    if (dueAt !== undefined || item?.['dueAt'] === undefined) return;
    this.#isStored = true;
    const later = new Date(Date.parse(String(gatheredAt)) + AHEAD_MS).toISOString();
    tables.send({
      name: 'PutCommand',
      input: { TableName: input.TableName, Item: { ...item, gatheredAt: later, writeId: 'of another function' } },
    });
  }
}

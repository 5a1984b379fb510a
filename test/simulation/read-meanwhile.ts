import { tableKind } from './end-state.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Before a decision about a file is stored, the file has been read again, because another file was left out. */
export class ReadMeanwhile {
  #isStored = false;

  storesBefore({ name, input }: ServiceRequest, { tables }: Services): void {
    if (this.#isStored || name !== 'PutCommand' || tableKind(input.TableName) !== 'Files') return;
    const decided = input.Item as Attributes;
    const { Item } = tables.send({ name: 'GetCommand', input: { TableName: input.TableName, Key: decided } });
    const standing = Item as Attributes | undefined;
    const isNew = ['leftOut', 'replacesEarlier'].some((one) => decided[one] !== undefined && !standing?.[one]);
    if (!isNew || standing?.['state'] !== 'read') return;
    this.#isStored = true;
    const startedAt = new Date(Date.parse(String(standing['startedAt'])) + 1).toISOString();
    const read = { ...standing, startedAt, again: true, writeId: 'of another function' };
    tables.send({ name: 'PutCommand', input: { TableName: input.TableName, Item: read } });
  }
}

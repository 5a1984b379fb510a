import { parseCondition, equalValueIn, type Placeholders } from './expressions.ts';
import { type Item, validationError, TableError } from './item.ts';
import {
  answerPage,
  itemsAfter,
  itemsFrom,
  MemoryTable,
  namesOf,
  type OnWrite,
  type TableLayout,
} from './memory-table.ts';
import { backups, describe } from './descriptions.ts';
import type { KeyNames } from './partitions.ts';
import type { TableRequest, Write } from './table-request.ts';
import { designOf, type TableToCreate } from './table-to-create.ts';
import { applyUpdate } from './updates.ts';

const MOST_WRITES = 25;
const MOST_READS = 100;
/** An unknown parameter is refused and never ignored. */
const UNKNOWN = ['ProjectionExpression', 'ReturnValuesOnConditionCheckFailure', 'Expected'];

/**
 * An in-memory DynamoDB, as far as this system uses it. A test compares its answers with dynalite's over random calls.
 * It refuses calls that it does not know. Its indexes are never late, and it loses nothing until the process ends.
 */
export class MemoryTables {
  readonly #tables = new Map<string, MemoryTable>();

  /** @throws {TableError} with the name of DynamoDB's own error */
  run(action: string, request: TableRequest): object {
    const unknown = UNKNOWN.find((name) => name in request);
    if (unknown !== undefined) throw validationError(`${unknown} is not known here`);
    if ('FilterExpression' in request && action !== 'Scan' && action !== 'Query')
      throw validationError('FilterExpression is only known for scans and queries here');
    switch (action) {
      case 'GetItem': {
        const found = this.table(request.TableName).get(keyOf(request));
        return found ? { Item: found } : {};
      }
      case 'PutItem':
        return this.#put(request);
      case 'UpdateItem':
        return this.#update(request);
      case 'DeleteItem':
        return this.#delete(request);
      case 'BatchGetItem':
        return this.#batchGet(request);
      case 'BatchWriteItem':
        return this.#batchWrite(request);
      case 'Query':
        return this.#query(request);
      case 'Scan':
        return this.#scan(request);
      case 'CreateTable':
        return this.#create(request as TableToCreate);
      case 'DescribeTable':
        return { Table: describe(request.TableName ?? '', this.table(request.TableName).design) };
      case 'DescribeContinuousBackups':
        this.table(request.TableName);
        return backups(new Date());
      case 'RestoreTableToPointInTime':
        return this.#restore(request);
      case 'DeleteTable':
        this.table(request.TableName);
        this.#tables.delete(request.TableName ?? '');
        return { TableDescription: { TableName: request.TableName, TableStatus: 'DELETING' } };
      default:
        throw new TableError('UnknownOperationException', `${action} is not known here`);
    }
  }

  /** @throws {TableError} where there is no such table */
  table(name: string | undefined): MemoryTable {
    const table = this.#tables.get(name ?? '');
    if (!table) throw new TableError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  /** @param onWrite is told of each write to the table */
  add(name: string, design: TableLayout, onWrite?: OnWrite): void {
    this.#tables.set(name, new MemoryTable(design, onWrite));
  }

  #create(request: TableToCreate): object {
    if (this.#tables.has(request.TableName)) throw new TableError('ResourceInUseException', 'Table already exists');
    const design = designOf(request);
    this.add(request.TableName, design);
    return { TableDescription: describe(request.TableName, design) };
  }

  /** This engine keeps no history, so that it restores the latest second alone. */
  #restore({ SourceTableName: from, TargetTableName: to = '', ...request }: TableRequest): object {
    if (request.UseLatestRestorableTime !== true) throw validationError('only the latest second is known here');
    if (this.#tables.has(to)) throw new TableError('TableAlreadyExistsException', 'Table already exists');
    const table = this.table(from);
    this.add(to, table.design);
    for (const item of table.items(undefined).all()) this.table(to).place(item);
    return { TableDescription: describe(to, table.design) };
  }

  #put(request: TableRequest): object {
    const table = this.table(request.TableName);
    const { Item: item } = request;
    if (!item) throw validationError('no item');
    const before = table.get(item);
    refuseUnless(before, request);
    table.put(item);
    return request.ReturnValues === 'ALL_OLD' && before ? { Attributes: before } : {};
  }

  #update(request: TableRequest): object {
    const table = this.table(request.TableName);
    const key = keyOf(request);
    const before = table.get(key);
    refuseUnless(before, request);
    const next = applyUpdate(before ?? key, request.UpdateExpression ?? '', placeholdersOf(request));
    table.put(next);
    return request.ReturnValues === 'ALL_NEW' ? { Attributes: table.get(key) } : {};
  }

  #delete(request: TableRequest): object {
    const table = this.table(request.TableName);
    refuseUnless(table.get(keyOf(request)), request);
    const gone = table.delete(keyOf(request));
    return request.ReturnValues === 'ALL_OLD' && gone ? { Attributes: gone } : {};
  }

  #batchGet({ RequestItems = {} }: TableRequest): object {
    const Responses: Record<string, Item[]> = {};
    for (const [name, asked] of Object.entries(RequestItems)) {
      const { Keys: keys = [] } = asked as { readonly Keys?: readonly Item[] };
      const table = this.table(name);
      checkBatch(keys, table.design, MOST_READS);
      Responses[name] = keys.map((key) => table.get(key)).filter((item) => item !== undefined);
    }
    return { Responses, UnprocessedKeys: {} };
  }

  #batchWrite({ RequestItems = {} }: TableRequest): object {
    for (const [name, asked] of Object.entries(RequestItems)) {
      const writes = asked as readonly Write[];
      const table = this.table(name);
      const keys = writes.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {});
      checkBatch(keys, table.design, MOST_WRITES);
      for (const { PutRequest, DeleteRequest } of writes) {
        if (PutRequest) table.put(PutRequest.Item);
        else if (DeleteRequest) table.delete(DeleteRequest.Key);
      }
    }
    return { UnprocessedItems: {} };
  }

  #query(request: TableRequest): object {
    const { IndexName, KeyConditionExpression: text = '', ExclusiveStartKey: start } = request;
    const { design } = this.table(request.TableName);
    const keys = IndexName === undefined ? design : design.indexes[IndexName];
    if (!keys) throw validationError('The table does not have the specified index');
    if (IndexName !== undefined && request.ConsistentRead === true)
      throw validationError('Consistent reads are not supported on global secondary indexes');
    const placeholders = placeholdersOf(request);
    const partition = equalValueIn(text, keys.partition, placeholders);
    if (typeof partition !== 'string' || partition === '') throw validationError('no value of the partition key');
    const isWanted = parseCondition(text, placeholders);
    const items = this.table(request.TableName).items(IndexName);
    const isBackward = request.ScanIndexForward === false;
    return answerPage(
      itemsFrom(items, partition, start, isBackward),
      isWanted,
      keys,
      design,
      request,
      shownBy(request),
    );
  }

  #scan(request: TableRequest): object {
    const table = this.table(request.TableName);
    const { IndexName, ExclusiveStartKey: start } = request;
    return answerPage(
      itemsAfter(table.items(IndexName).all(), start && table.get(start)),
      () => true,
      table.design.indexes[IndexName ?? ''] ?? table.design,
      table.design,
      request,
      shownBy(request),
    );
  }
}

const shownBy = (request: TableRequest) =>
  request.FilterExpression === undefined
    ? undefined
    : parseCondition(request.FilterExpression, placeholdersOf(request));

const keyOf = ({ Key }: TableRequest): Item => {
  if (!Key) throw validationError('no key');
  return Key;
};

const placeholdersOf = ({ ExpressionAttributeNames, ExpressionAttributeValues }: TableRequest): Placeholders => ({
  names: ExpressionAttributeNames,
  values: ExpressionAttributeValues,
});

function refuseUnless(before: Item | undefined, request: TableRequest): void {
  if (request.ConditionExpression === undefined) return;
  if (parseCondition(request.ConditionExpression, placeholdersOf(request))(before)) return;
  throw new TableError('ConditionalCheckFailedException', 'The conditional request failed');
}

/** @throws {TableError} where DynamoDB would refuse a batch with these keys */
function checkBatch(keys: readonly Item[], design: KeyNames, most: number): void {
  const names = namesOf(design);
  const known = new Set(keys.map((key) => JSON.stringify(names.map((name) => key[name]))));
  if (keys.length === 0 || keys.length > most || known.size < keys.length)
    throw validationError('too many items, none, or one twice');
}

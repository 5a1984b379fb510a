import { expect, it } from 'vitest';
import type { ServiceRequest, Services } from './services.ts';
import { StillRegistered } from './still-registered.ts';
import { TablesTwin } from './twins/tables.ts';

const CODE = '0900000034';
const [COMPANIES, ASSESSMENTS] = ['TablesCompaniesTable', 'TablesAssessmentsTable'];
const DELETED_AT = Date.parse('2026-01-05T12:00:00Z');
const Key = { enterpriseCode: CODE, fact: 'registration#1' };

const asked = (name: string, input: ServiceRequest['input']): ServiceRequest =>
  ({ service: 'tables', name, input }) as ServiceRequest;

/** The instant of the facts of the stored assessment, once a function stores that the company is gone. */
function storedBefore(gatheredMs: number): unknown {
  const designs = {
    [COMPANIES]: { partition: 'enterpriseCode', sort: 'fact', indexes: {} },
    [ASSESSMENTS]: { partition: 'enterpriseCode', indexes: {} },
  };
  const tables = new TablesTwin(designs, () => DELETED_AT);
  tables.send({ name: 'PutCommand', input: { TableName: COMPANIES, Item: Key } });
  const assessed = { enterpriseCode: CODE, dueAt: '2026-03-01', gatheredAt: '2026-01-05T11:00:00.000Z' };
  tables.send({ name: 'PutCommand', input: { TableName: ASSESSMENTS, Item: assessed } });
  const situation = new StillRegistered(() => DELETED_AT);
  const services = { tables } as unknown as Services;
  situation.storesBefore(asked('DeleteCommand', { TableName: COMPANIES, Key }), services);
  const gatheredAt = new Date(DELETED_AT + gatheredMs).toISOString();
  const Item = { enterpriseCode: CODE, gatheredAt };
  situation.storesBefore(asked('PutCommand', { TableName: ASSESSMENTS, Item }), services);
  const { Item: stored } = tables.send({
    name: 'GetCommand',
    input: { TableName: ASSESSMENTS, Key: { enterpriseCode: CODE } },
  });
  return (stored as { gatheredAt?: unknown } | undefined)?.gatheredAt;
}

it('another function whose clock is ahead may have read the registration just before it was taken back', () => {
  expect(storedBefore(200)).toBe('2026-01-05T12:00:00.300Z');
});

it('no clock is so far ahead that it shows minutes after the registration was taken back', () => {
  expect(storedBefore(15 * 60_000)).toBe('2026-01-05T11:00:00.000Z');
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynalite } from '#test/support/dynalite.ts';
import { expressionForm } from '#test/support/expression-form.ts';
import { EXPRESSION_FORMS, saidBy, tableCall } from '#test/support/table-calls.ts';
import { TablesTwin } from './tables.ts';

const DESIGN = { partition: 'p', sort: 's', indexes: { byGroup: { partition: 'group', sort: 'place' } } };
let db: DynamoDBDocumentClient;
let createTable: Awaited<ReturnType<typeof dynalite>>['createTable'];
beforeAll(async () => {
  ({ db, createTable } = await dynalite());
});

const outcome = async (asked: () => unknown): Promise<unknown> => {
  try {
    return saidBy((await asked()) as Record<string, unknown>);
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
};

describe('the tables in memory', () => {
  it('the tables in memory answer every call as the engine does', async () => {
    const calls = fc.array(tableCall, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(calls, async (asked) => {
        const indexes = [{ name: 'byGroup', partition: 'group', sort: 'place', projection: 'ALL' }] as const;
        const name = await createTable('twin', { partition: 'p', sort: 's', indexes, ttl: false });
        const twin = new TablesTwin({ [name]: DESIGN }, () => 0);
        for (const make of asked) {
          const command = make(name);
          const real = await outcome(() => db.send(command as PutCommand));
          const ours = await outcome(() => twin.send({ name: command.constructor.name, input: command.input }));
          expect({ asked: command.input, said: ours }).toEqual({ asked: command.input, said: real });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the random calls have every form of a condition that is written in the tables', () => {
    const root = join(import.meta.dirname, '..', '..', '..');
    const written = globSync('shared/tables/*.ts', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /(?:when|KeyConditionExpression|FilterExpression): '([^']+)'/gu,
        ),
      ].map(([, expression = '']) => expression),
    );
    const ranges = ['=', '<', '<=', '>', '>='].map((is) => `#key0 = :key0 AND #key1 ${is} :key1`);
    // A query is written by its key, of which queryOf makes these
    const ofKeys = [
      '#key0 = :key0',
      ...ranges,
      '#key0 = :key0 AND begins_with(#key1, :key1)',
      '#key0 = :key0 AND #key1 BETWEEN :key1 AND :to',
    ];
    expect(written.length).toBeGreaterThan(25);
    expect([...written, ...ofKeys].filter((expression) => !EXPRESSION_FORMS.has(expressionForm(expression)))).toEqual(
      [],
    );
  });
});

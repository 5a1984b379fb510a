import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StoredTable } from '#infra/constructs/stored-table.ts';
import { ROOT, synthesised } from './synthesised.ts';

const { stack, one } = synthesised('prod');
const tables = stack.node.findAll().filter((node) => node instanceof StoredTable);
const kebab = (name: string) => name.replaceAll(/(?<=[a-z])[A-Z]/gu, '-$&').toLowerCase();

describe.each(tables.map((table) => ({ name: kebab(table.node.id), design: table.design })))('$name', (table) => {
  const { name, design } = table;
  const source = readFileSync(join(ROOT, 'shared', 'tables', `${name}.ts`), 'utf8');
  const indexed = [...source.matchAll(/IndexName: '(\w+)'/gu)].map(([, index]) => index);

  it('each table has the indexes that its module queries, each with the record’s key in its keys', () => {
    const names = (design.indexes ?? []).map((index) => index.name);
    expect(names).toEqual(expect.arrayContaining(indexed));
    const keys = [design.partition, design.sort];
    for (const { sort } of design.indexes ?? []) {
      const endsInKey = new RegExp(`${sort}: .*#[$][{][\\w.]*(${keys.join('|')})[}]\``, 'u');
      expect(keys.includes(sort) || endsInKey.test(source)).toBe(true);
    }
  });

  it('each table deletes items by TTL where its module gives them an expiry', () => {
    expect(design.ttl).toBe(source.includes('expiresAt'));
  });
});

const Shape = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string() })),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(z.object({ AttributeName: z.string() })),
        Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
      }),
    )
    .default([]),
});

it('each table is created by its design', () => {
  for (const { design, table } of tables) {
    const shape = Shape.parse(
      one('AWS::DynamoDB::Table', stack.getLogicalId(table.node.defaultChild as CfnTable)).Properties,
    );
    const keys = [design.partition, ...(design.sort === undefined ? [] : [design.sort])];
    expect(shape.KeySchema.map((key) => key.AttributeName)).toEqual(keys);
    expect(shape.TimeToLiveSpecification?.AttributeName).toBe(design.ttl ? 'expiresAt' : undefined);
    const indexes = shape.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      name: IndexName,
      partition: KeySchema[0]!.AttributeName,
      sort: KeySchema[1]!.AttributeName,
      projection: Projection.NonKeyAttributes ?? Projection.ProjectionType,
    }));
    expect(indexes).toEqual(design.indexes ?? []);
  }
});

import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { SweepDueEnv } from '#functions/sweep-due/env.ts';
import type { Step } from '#infra/constructs/step.ts';
import { environmentBytes } from './environment-bytes.ts';
import { ROOT, STAGES, synthesised } from './synthesised.ts';

const schemaOf = async (folder: string) => {
  const exported: Record<string, unknown> = await import(join(ROOT, 'functions', folder, 'env.ts'));
  const name = Object.keys(exported).find((one) => one.endsWith('Env')) ?? '';
  const Env = z.instanceof(z.ZodObject).parse(exported[name]);
  return Env;
};
const folders = globSync('*/env.ts', { cwd: join(ROOT, 'functions') }).map(dirname);

describe.each(STAGES)('the environment in stage %s', (stage) => {
  const functions = synthesised(stage)
    .of('AWS::Lambda::Function')
    .map(([, { Properties, Metadata }]) => ({
      folder: String(Metadata['Haukiem::Function']),
      variables: z.record(z.string(), z.unknown()).parse(Properties['Environment'].Variables),
    }));

  it('each step has a function, by its folder', () => {
    expect(functions.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  });

  it.each(functions)(
    'the environment of $folder fits into Lambda’s limit of 4 kB, and leaves room',
    ({ variables }) => {
      expect(environmentBytes(variables)).toBeLessThanOrEqual(3750);
    },
  );

  it.each(functions)(
    'the environment of $folder has exactly the variables of its schema, and satisfies it',
    async (one) => {
      const Env = await schemaOf(one.folder);
      expect(Object.keys(one.variables).sort()).toEqual(Object.keys(Env.shape).sort());
      const resolved = Object.entries(one.variables).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : 'what CloudFormation fills in',
      ]);
      expect(Env.safeParse(Object.fromEntries(resolved)).error).toBeUndefined();
    },
  );
});

it('a step does not compile where a variable is forgotten', () => {
  type Environment = ConstructorParameters<typeof Step<SweepDueEnv>>[2]['environment'];
  const whole: Environment = {
    ACCOUNTS_TABLE: 'k',
    OUTBOX_BUCKET: 'o',
    ASSESSMENTS_TABLE: 'a',
    VERIFICATIONS_TABLE: 'v',
    NOTICES_TABLE: 'n',
    FILES_TABLE: 'f',
    PARKED_TABLE: 'p',
    HASH_SECRET_ARN: 'h',
    HASH_KEYS: '{}',
    COMPANIES_QUEUE_URL: 'c',
    REGISTRATIONS_QUEUE_URL: 'r',
    BANK_NOTICES_QUEUE_URL: 'b',
    SWEEPS_QUEUE_URL: 's',
    MEASURES: '',
    MEASURES_TABLE: 'm',
    NOTICE_DAYS: '180',
    LISTING_DAYS: '30',
    LOG_ENTRIES_QUEUE_URL: 'l',
    RULES_CLOCK: 'real',
  };
  const { RULES_CLOCK: _forgotten, ...rest } = whole;
  // @ts-expect-error RULES_CLOCK is forgotten: the type check fails here as soon as that would compile
  const lacking: Environment = rest;
  expect(Object.keys(whole).filter((name) => !(name in lacking))).toEqual(['RULES_CLOCK']);
});

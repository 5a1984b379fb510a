import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedFor, madeBy, sourcesOf } from './table-calls.ts';
import { references, ROOT, STAGES, statementsOf, type Synthesised, synthesised } from './synthesised.ts';

/** Every receiver's own secret, put there out of band. */
const RECEIVERS_SECRETS = 'secrets of receivers';
const many = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** What each function's role allows: one `action on resource` for each. */
function allowed({ of }: Synthesised): { folder: string; variables: Record<string, unknown>; grants: string[] }[] {
  return of('AWS::Lambda::Function').map(([, { Properties, Metadata }]) => {
    const [role] = references(Properties['Role']);
    const statements = [...of('AWS::IAM::Policy'), ...of('AWS::IAM::ManagedPolicy')]
      .filter(([, policy]) => references(policy.Properties['Roles']).includes(role ?? ''))
      .flatMap(([, policy]) => statementsOf(policy.Properties['PolicyDocument']));
    const grants = statements.flatMap(({ Action, Resource }) =>
      many(Resource).flatMap((resource) => Action.map((action) => `${action} on ${short(resource)}`)),
    );
    return {
      folder: String(Metadata['Haukiem::Function']),
      variables: Properties['Environment'].Variables,
      grants: [...new Set(grants)].sort(),
    };
  });
}

/** `ResourcesTablesLinksTableF00` + `/index/due` → `Tables Links /index/due`. */
function short(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const [id = ''] = references(resource);
  const [, tail = ''] = /"(\/[^"]*)"/u.exec(JSON.stringify(resource)) ?? [];
  if (JSON.stringify(resource).includes('/receivers/*')) return RECEIVERS_SECRETS;
  return `${id.replace(/^Resources/u, '').replace(/[0-9A-F]{8}$/u, '')}${tail}`;
}

const folders = globSync('*/env.ts', { cwd: join(ROOT, 'functions') }).map(dirname);

describe.each(STAGES)('in stage %s', (stage) => {
  const made = synthesised(stage);
  const functions = allowed(made);

  it.each(functions)('the role of $folder has no wildcard but the one that X-Ray needs', ({ grants }) => {
    expect(grants.filter((grant) => /\*/u.test(grant.replace(/ on (ResourcesB|B)uckets\w+\/\S*\*$/u, '')))).toEqual([
      'xray:PutTelemetryRecords on *',
      'xray:PutTraceSegments on *',
    ]);
  });

  it.each(functions)(
    'the role of $folder reaches what its variables name, and nothing else',
    ({ folder, variables, grants }) => {
      // The pages only count what waits in all queues: the snapshot below says how.
      const { STEP_QUEUES: counted, ...rest } = variables;
      const reachable = folder === 'serve-pages' ? Object.values(rest) : [...Object.values(rest), counted ?? []];
      // The people's pool is an address that anybody may ask
      const ids = references(reachable).filter((id) => !id.startsWith('DesksPeople'));
      const named = new Set(ids.map((id) => short({ Ref: id })));
      const reached = grants
        .filter((grant) => !grant.endsWith(RECEIVERS_SECRETS))
        .filter((grant) => /^(dynamodb|s3|secretsmanager):|^sqs:SendMessage/u.test(grant))
        .map((grant) => grant.replace(/^\S+ on /u, '').replace(/\/.*$/u, ''));
      expect(new Set(reached)).toEqual(named);
    },
  );

  it.each(functions)(
    'the role of $folder may call each table as its code does, and in no other way',
    ({ folder, grants }) => {
      expect(grants.filter((grant) => grant.startsWith('dynamodb:'))).toEqual(madeBy(folder));
    },
  );

  it('one function alone may read the signing keys of receivers', () => {
    const may = (action: string) =>
      functions
        .filter(({ grants }) => grants.includes(`secretsmanager:${action} on ${RECEIVERS_SECRETS}`))
        .map(({ folder }) => folder);
    expect(may('GetSecretValue')).toEqual(['deliver-notice']);
    // They give a receiver another key, and can read none.
    expect(may('PutSecretValue').toSorted()).toEqual(['receiver-api', 'serve-pages']);
  });

  it('Lambda and Scheduler alone may assume a role, and no AWS policy is attached', () => {
    for (const [, { Properties }] of made.of('AWS::IAM::Role')) {
      expect(Properties['ManagedPolicyArns']).toBeUndefined();
      const principals = statementsOf(Properties['AssumeRolePolicyDocument']).map(({ Principal }) => Principal);
      expect([[{ Service: 'lambda.amazonaws.com' }], [{ Service: 'scheduler.amazonaws.com' }]]).toContainEqual(
        principals,
      );
    }
  });
});

it.each(folders)('the code of %s asks its tables for no function that it does not call', (folder) => {
  const source = sourcesOf(folder);
  const idle = askedFor(folder).filter(({ method }) => !new RegExp(`[.]${method}\\b`, 'u').test(source));
  expect(idle).toEqual([]);
});

it('the snapshot says who may do what', () => {
  const table = allowed(synthesised('prod')).map(({ folder, grants }) => [
    folder,
    grants.filter((grant) => !/^(kms|logs|xray):/u.test(grant)),
  ]);
  expect(Object.fromEntries(table)).toMatchSnapshot();
});

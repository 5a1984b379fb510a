import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { stackNameOf } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { askedFor, madeBy, sourcesOf } from './table-calls.ts';
import { references, ROOT, STAGES, statementsOf, type SynthesisedStage, synthesised } from './synthesised.ts';

/** The secrets of receivers, which the operator creates. */
const RECEIVERS_SECRETS = 'secrets of receivers';
const many = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** The permissions of each function's role, as `action on resource`. */
function allowed({ of }: SynthesisedStage): { folder: string; variables: Record<string, unknown>; grants: string[] }[] {
  return of('AWS::Lambda::Function').map(([, { Properties, Metadata }]) => {
    const [role] = references(Properties['Role']);
    const statements = [...of('AWS::IAM::Policy'), ...of('AWS::IAM::ManagedPolicy')]
      .filter(([, policy]) => references(policy.Properties['Roles']).includes(role ?? ''))
      .flatMap(([, policy]) => statementsOf(policy.Properties['PolicyDocument']));
    const grants = statements.flatMap(({ Effect, Action, Resource }) =>
      many(Resource).flatMap((resource) =>
        Action.map((action) => `${Effect === 'Allow' ? '' : 'never '}${action} on ${short(resource)}`),
      ),
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
    'the role of $folder reaches only the resources that its variables name',
    ({ folder, variables, grants }) => {
      // The pages count the messages of all queues, which the snapshot below shows, and send to those that their entry names.
      const { STEP_QUEUES: counted = '', ...rest } = variables;
      const entry = readFileSync(join(ROOT, 'functions', folder, 'index.ts'), 'utf8');
      const own = [...entry.matchAll(/ueue\(addressOf\('([\w-]+)'\)/gu)].map(([, name]) => name);
      const sentTo = new Set(
        (own.length > 0 ? own : String(counted).split(',')).map((name) => `${stackNameOf(stageConfig(stage))}-${name}`),
      );
      const queues = made.of('AWS::SQS::Queue').filter(([, queue]) => sentTo.has(queue.Properties['QueueName']));
      // The pools and the desks are public addresses
      const ids = [...references(Object.values(rest)), ...queues.map(([id]) => id)].filter(
        (id) => !/^(?:DesksPeople|DesksApi|DeliveryCallers)/u.test(id),
      );
      const named = new Set(ids.map((id) => short({ Ref: id })));
      const reached = grants
        .filter((grant) => !grant.endsWith(RECEIVERS_SECRETS))
        .filter((grant) => /^(dynamodb|s3|secretsmanager):|^kms:Sign |^sqs:SendMessage/u.test(grant))
        .map((grant) => grant.replace(/^\S+ on /u, '').replace(/\/.*$/u, ''));
      expect(new Set(reached)).toEqual(named);
    },
  );

  it.each(functions)(
    'the role of $folder allows exactly the calls of tables that its code makes',
    ({ folder, grants }) => {
      expect(grants.filter((grant) => grant.startsWith('dynamodb:'))).toEqual(madeBy(folder));
    },
  );

  it('only the function that signs and those that change keys may read the signing keys of receivers', () => {
    const may = (action: string) =>
      functions
        .filter(({ grants }) => grants.includes(`secretsmanager:${action} on ${RECEIVERS_SECRETS}`))
        .map(({ folder }) => folder);
    const changing = ['receiver-api', 'serve-pages'];
    expect(may('GetSecretValue').toSorted()).toEqual(['deliver-notice', ...changing]);
    expect(may('PutSecretValue').toSorted()).toEqual(changing);
  });

  it('only Lambda, Scheduler, GuardDuty and CodeDeploy may assume a role, and only CodeDeploy’s has a policy of AWS', () => {
    const services = ['lambda', 'scheduler', 'malware-protection-plan.guardduty', 'codedeploy'];
    const trusted = services.map((service) => `${service}.amazonaws.com`);
    for (const [, { Properties }] of made.of('AWS::IAM::Role')) {
      const [statement, ...others] = statementsOf(Properties['AssumeRolePolicyDocument']);
      expect(others).toEqual([]);
      const service = trusted.find((name) => isDeepStrictEqual(statement?.Principal, { Service: name }));
      expect(service).toBeDefined();
      const policies = JSON.stringify(Properties['ManagedPolicyArns'] ?? []);
      if (service === 'codedeploy.amazonaws.com') expect(policies).toContain('AWSCodeDeployRoleForLambdaLimited');
      else expect(policies).toBe('[]');
    }
  });
});

it.each(folders)('the code of %s requires no table function that it does not call', (folder) => {
  const source = sourcesOf(folder);
  const idle = askedFor(folder).filter(({ method }) => !new RegExp(`[.]${method}\\b`, 'u').test(source));
  expect(idle).toEqual([]);
});

it('the permissions of all roles are as in the snapshot', () => {
  const table = allowed(synthesised('prod')).map(({ folder, grants }) => [
    folder,
    grants.filter((grant) => !/^(kms|logs|xray):/u.test(grant)),
  ]);
  expect(Object.fromEntries(table)).toMatchSnapshot();
});

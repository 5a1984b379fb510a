import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Template } from 'aws-cdk-lib/assertions';
import { stageConfig } from '#infra/config.ts';
import { notReady } from '#infra/readiness.ts';
import { synthesise, type Synthesised, synthesised } from './synthesised.ts';

const root = join(import.meta.dirname, '..', '..');
const sender = { id: 'office', prefix: 'registrations/', principalArn: 'arn:aws:iam::111122223333:role/office' };
const complete = { ...stageConfig('prod'), alarmEmail: 'truc@hungyen.gov.vn', senders: [sender] };
const rulesOf = ({ stack }: Synthesised) =>
  Object.keys(Template.fromStack(stack).toJSON()['Rules'] ?? {}).filter((id) => id.startsWith('Readiness'));

describe('a stage that is not ready', () => {
  it('is prod with the example address and without senders', () => {
    expect(notReady(stageConfig('prod')).map((sentence) => sentence.split(' ')[0])).toEqual(['alarmEmail', 'senders']);
  });
  it('is not prod once both are entered', () => {
    expect(notReady(complete)).toEqual([]);
  });
  it.each(['dev', 'local'])('is not %s, which keeps nothing', (stage) => {
    expect(notReady(stageConfig(stage))).toEqual([]);
  });
  it('is refused by its own template, and a complete one is not', () => {
    expect(rulesOf(synthesised('prod'))).toHaveLength(1);
    expect(rulesOf(synthesise(complete))).toHaveLength(0);
  });
  it('is refused by npm run deploy before anything is built', () => {
    const { status, stderr } = spawnSync(process.execPath, ['infra/deploy.ts', '-c', 'stage=prod'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('infra/stages/prod.ts');
    expect(stderr).toContain('senders còn trống');
  });
});

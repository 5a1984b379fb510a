import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Template } from 'aws-cdk-lib/assertions';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { missingSettings } from '#infra/readiness.ts';
import { synthesise, type SynthesisedStage, synthesised } from './synthesised.ts';

const root = join(import.meta.dirname, '..', '..');
const complete = {
  ...stageConfig('prod'),
  alarmEmail: 'truc@hungyen.gov.vn',
  mailFrom: 'khong-tra-loi@hungyen.gov.vn',
  logOrigin: 'haukiem.hungyen.gov.vn/prod',
  residency: { number: '12/QĐ-UBND', date: '2026-01-15' },
} as const;
const rulesOf = ({ stack }: SynthesisedStage) =>
  Object.keys(Template.fromStack(stack).toJSON()['Rules'] ?? {}).filter((id) => id.startsWith('Readiness'));

describe('a stage that is not ready', () => {
  it('prod is not ready with the example address, with the example’s log name or without a decision where data are stored', () => {
    expect(missingSettings(stageConfig('prod')).map((sentence) => sentence.split(' ')[0])).toEqual([
      'alarmEmail',
      'mailFrom',
      'logOrigin',
      'residency',
    ]);
  });
  it('prod is ready once all of them are entered', () => {
    expect(missingSettings(complete)).toEqual([]);
  });
  it.each(['dev', 'local'])('%s is always ready, because it keeps nothing', (stage) => {
    expect(missingSettings(stageConfig(stage))).toEqual([]);
  });
  it('the template of a stage that is not ready is refused, and that of a complete one is not', () => {
    expect(rulesOf(synthesised('prod'))).toHaveLength(1);
    expect(rulesOf(synthesise(complete))).toHaveLength(0);
  });
  it.each([
    [['--help'], 0, 'Cách dùng: npm run deploy'],
    [['-c', 'stage=test'], 2, 'Không có môi trường “test”'],
    [[], 2, 'Chưa nói triển khai môi trường nào'],
    [['-c', 'stage=toString'], 2, 'Không có môi trường “toString”'],
  ])('npm run deploy says how it is called, and never fails with a stack: %j', (words, code, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/deploy.ts', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(stdout + stderr).not.toMatch(/^\s+at /mu);
  });

  it('npm run deploy refuses a stage that is not ready before anything is built', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['infra/deploy.ts', '-c', 'stage=prod', '-c', 'province=33'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('infra/stages/prod.ts');
  });
});

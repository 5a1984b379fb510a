import { describe, expect, it } from 'vitest';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { reviewFrom } from '#shared/domain/notification/notice/next-notice.ts';
import { settingsOf } from '#infra/constructs/settings.ts';
import { references, STAGES, statementsOf, synthesise, synthesised } from './synthesised.ts';

const MEASURES = ['suspiciousAccounts', 'accountReview', 'foreignIp'];

describe('the stages', () => {
  it('there are three stages, and no other', () => {
    expect(() => stageConfig('test')).toThrow(/dev, prod, local/u);
    expect(STAGES.map((stage) => stageConfig(stage).stage)).toEqual(STAGES);
  });

  it('a run may take the rules for people from another stage, and nothing else of it', () => {
    const { releases, switching, takingBack, measures } = stageConfig('prod');
    const rules = { releases, switching, takingBack, measures };
    expect(stageConfig('local', '33', 'prod')).toEqual({ ...stageConfig('local'), ...rules });
    expect(() => stageConfig('local', '33', 'test')).toThrow(/dev, prod, local/u);
  });

  it('a stage switches a measure on only by a document with number and date', () => {
    for (const stage of STAGES) {
      const { measures } = stageConfig(stage);
      expect(Object.keys(measures).sort()).toEqual([...MEASURES].sort());
      for (const directedBy of Object.values(measures)) {
        if (directedBy === 'off') continue;
        expect(directedBy.number).not.toBe('');
        expect(directedBy.date).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      }
    }
    expect(settingsOf(stageConfig('prod')).measures).toBe('');
    expect(settingsOf(stageConfig('local')).measures.split(',').sort()).toEqual([...MEASURES].sort());
  });

  it('no listing lasts longer than its clearing is stored, and every notice has time to be renewed', () => {
    for (const stage of ['dev', 'prod']) {
      const { notices, retention } = stageConfig(stage);
      expect(notices.listingDays).toBeLessThanOrEqual(retention.records);
      expect(reviewFrom(addDays('2026-01-01', notices.bankDays)) > '2026-01-01').toBe(true);
    }
  });

  it('the functions get the codes of the active measures, and no other', () => {
    const prod = stageConfig('prod');
    const directedBy = { number: '12/CV-UBND', date: '2026-03-01' };
    const { of } = synthesise({ ...prod, measures: { ...prod.measures, accountReview: directedBy } });
    const notified = of('AWS::Lambda::Function').flatMap(
      ([, { Properties }]) => Properties['Environment'].Variables.MEASURES ?? [],
    );
    expect(new Set(notified)).toEqual(new Set(['accountReview']));
  });
});

describe('prod', () => {
  const { of, one } = synthesised('prod');

  it('prod keeps its data when the stack is deleted', () => {
    const keeping = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret'];
    for (const type of keeping) {
      for (const [, { DeletionPolicy }] of of(type)) expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
    for (const [, { Properties }] of of('AWS::DynamoDB::Table')) {
      expect(Properties['DeletionProtectionEnabled']).toBe(true);
    }
  });

  it('prod locks its evidence', () => {
    expect(one('AWS::S3::Bucket', 'ResourcesBucketsEvidence').Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE' } } },
    });
  });

  it('prod sends every alarm to a mailbox', () => {
    const { id: topic } = one('AWS::SNS::Topic', 'Resources');
    for (const [, { Properties }] of of('AWS::CloudWatch::Alarm')) {
      expect(references(Properties['AlarmActions'])).toEqual([topic]);
    }
    const mayPublish = statementsOf(one('AWS::SNS::TopicPolicy', 'Resources').Properties['PolicyDocument'])
      .filter(({ Effect, Action }) => Effect === 'Allow' && Action.includes('sns:Publish'))
      .map(({ Principal }) => Principal);
    expect(mayPublish).toEqual([{ Service: 'cloudwatch.amazonaws.com' }]);
    expect(of('AWS::SNS::Subscription').map(([, { Properties }]) => Properties['Protocol'])).toEqual(['email']);
  });
});

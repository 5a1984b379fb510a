import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { stackNameOf } from '#infra/config.ts';
import { HaukiemStack } from '#infra/haukiem-stack.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import cdk from '../../cdk.json' with { type: 'json' };
import { references, ROOT, synthesise, synthesised } from './synthesised.ts';

const secondVault = { vaultArn: 'arn:aws:backup:ap-southeast-3:444455556666:backup-vault:haukiem', days: 90 };

describe('addresses that do not change', () => {
  const config = { ...stageConfig('prod'), fixedEgress: true, secondVault };
  const made = synthesise(config);

  it('receivers are called through gateways with fixed addresses, in two zones', () => {
    const fixed = made.of('AWS::EC2::EIP').map(([id]) => id);
    const used = made
      .of('AWS::EC2::NatGateway')
      .flatMap(([, { Properties }]) => references(Properties['AllocationId']));
    expect(used.toSorted()).toEqual(fixed.toSorted());
    expect(fixed).toHaveLength(2);
    const inNetwork = made
      .of('AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties['VpcConfig'] !== undefined)
      .map(([, { Metadata }]) => Metadata['Haukiem::Function']);
    expect(inNetwork).toEqual(['deliver-notice']);
  });

  it('nobody can call into that network', () => {
    const groups = made.of('AWS::EC2::SecurityGroup').map(([, { Properties }]) => Properties['SecurityGroupIngress']);
    expect(groups).toEqual([undefined]);
  });

  it('cdk-nag has no finding', () => {
    const app = new App({ context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
    new HaukiemStack(app, stackNameOf(config), { config, codeFolder: join(ROOT, 'functions') });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});

describe('a vault in another account', () => {
  it('each table and bucket with data is copied there each night, and kept for its days', () => {
    const { vaultArn } = secondVault;
    const made = synthesise({ ...stageConfig('prod'), secondVault });
    const [rule] = made.one('AWS::Backup::BackupPlan', 'Resources').Properties['BackupPlan'].BackupPlanRule;
    expect(rule.CopyActions).toEqual([{ DestinationBackupVaultArn: vaultArn, Lifecycle: { DeleteAfterDays: 90 } }]);
    const copied = references(made.one('AWS::Backup::BackupSelection', 'Resources').Properties['BackupSelection']);
    const tables = made.of('AWS::DynamoDB::Table').map(([id]) => id);
    expect(tables.filter((id) => !copied.includes(id))).toEqual([]);
    expect(copied.filter((id) => id.startsWith('ResourcesBuckets'))).toHaveLength(3);
  });
});

describe('the trail of accesses', () => {
  it('what others than the flow do with police data and evidence is recorded and cannot be changed unseen', () => {
    const made = synthesised('prod');
    const trail = made.one('AWS::CloudTrail::Trail', 'ResourcesAccessTrail').Properties;
    expect(trail).toMatchObject({ IsLogging: true, EnableLogFileValidation: true });
    const watched = references(trail['AdvancedEventSelectors']).filter((id) => id.startsWith('Resources'));
    expect(watched.map((id) => id.replace(/[0-9A-F]{8}$/u, '')).toSorted()).toEqual([
      'ResourcesBucketsEvidence',
      'ResourcesBucketsInbox',
      'ResourcesTablesCaseRecordsTable',
      'ResourcesTablesPoliceRecordsTable',
    ]);
    expect(JSON.stringify(trail['AdvancedEventSelectors'])).toContain('assumed-role/haukiem-prod-hung-yen-');
  });
});

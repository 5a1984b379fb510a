import { Duration, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { SecondVaultConfig } from '../config.ts';
import type { StoredTable } from './stored-table.ts';

interface Props extends SecondVaultConfig {
  readonly encryptionKey: IKey;
  readonly tables: readonly StoredTable[];
  readonly buckets: readonly Bucket[];
}

const POLICIES = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'];
/** The hour in UTC: two in the morning in Việt Nam. */
const HOUR = '19';
/** The copy here is only what the other vault copies from. */
const KEPT_HERE = Duration.days(7);

/**
 * Copies tables and buckets each night into a vault of another account and region, from which nobody who holds this account
 * can delete them. Restoring to any second stays the work of the tables themselves.
 */
export class SecondVault extends Construct {
  constructor(scope: Construct, id: string, { vaultArn, days, encryptionKey, tables, buckets }: Props) {
    super(scope, id);
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: new BackupVault(this, 'Vault', { encryptionKey }),
      backupPlanRules: [
        new BackupPlanRule({
          scheduleExpression: Schedule.cron({ hour: HOUR, minute: '0' }),
          deleteAfter: KEPT_HERE,
          copyActions: [
            {
              destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Other', vaultArn),
              deleteAfter: Duration.days(days),
            },
          ],
        }),
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    for (const name of POLICIES)
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        reason: 'It is the policy that AWS keeps for this one purpose, and it cannot restore anything.',
      });
    plan.addSelection('Everything', {
      resources: [...tables.map(({ table }) => table.tableArn), ...buckets.map(({ bucketArn }) => bucketArn)].map(
        (arn) => BackupResource.fromArn(arn),
      ),
      role,
    });
  }
}

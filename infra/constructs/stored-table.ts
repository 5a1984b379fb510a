import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { TableDesign } from '#shared/tables/table-designs.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly design: TableDesign;
  readonly encryptionKey: Key;
  readonly keepsData: boolean;
}

export class StoredTable extends Construct {
  readonly table: Table;
  readonly design: TableDesign;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, { design, encryptionKey, keepsData }: Props) {
    super(scope, id);
    this.design = design;
    this.encryptionKey = encryptionKey;
    this.table = new Table(this, 'Table', {
      partitionKey: text(design.partition),
      ...(design.sort !== undefined && { sortKey: text(design.sort) }),
      ...(design.ttl && { timeToLiveAttribute: 'expiresAt' }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keepsData,
      removalPolicy: removalOf(keepsData),
    });
    for (const { name, partition, sort, projection } of design.indexes ?? []) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        ...(typeof projection === 'string'
          ? { projectionType: ProjectionType[projection] }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }),
      });
    }
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { StoredTable, type TableDesign } from './stored-table.ts';

interface Props {
  readonly encryptionKey: Key;
  readonly keepsData: boolean;
}

/** Every table of the system; what each item holds is said by the module of its name in `shared/tables`. */
export class Tables extends Construct {
  readonly companies: StoredTable;
  readonly policeRecords: StoredTable;
  readonly accounts: StoredTable;
  readonly subscribers: StoredTable;
  readonly links: StoredTable;
  readonly verifications: StoredTable;
  readonly assessments: StoredTable;
  readonly notices: StoredTable;
  readonly files: StoredTable;
  readonly rejections: StoredTable;
  readonly parked: StoredTable;
  readonly replies: StoredTable;
  readonly receivers: StoredTable;
  readonly calls: StoredTable;
  readonly deliveries: StoredTable;
  readonly sessions: StoredTable;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const table = (name: string, design: TableDesign) => new StoredTable(this, name, { design, ...props });

    this.companies = table('Companies', {
      partition: 'enterpriseCode',
      sort: 'fact',
      ttl: true,
    });
    this.policeRecords = table('PoliceRecords', {
      partition: 'ref',
      sort: 'record',
      ttl: true,
    });
    this.accounts = table('Accounts', {
      partition: 'accountRef',
      sort: 'fact',
      ttl: true,
    });
    this.subscribers = table('Subscribers', {
      partition: 'phoneRef',
      sort: 'documentRef',
      ttl: true,
    });
    this.links = table('Links', {
      partition: 'value',
      sort: 'enterpriseCode',
      ttl: true,
    });
    this.verifications = table('Verifications', {
      partition: 'enterpriseCode',
      indexes: [{ name: 'unsettled', partition: 'unsettledShard', sort: 'enterpriseCode', projection: 'KEYS_ONLY' }],
      ttl: true,
    });
    this.assessments = table('Assessments', {
      partition: 'enterpriseCode',
      indexes: [{ name: 'due', partition: 'dueShard', sort: 'dueAt', projection: ['awaits'] }],
      ttl: true,
    });
    // A notice outlives the facts behind it: it can be shown years later what was said to whom.
    this.notices = table('Notices', {
      partition: 'receiver',
      sort: 'noticeId',
      indexes: [
        { name: 'feed', partition: 'receiver', sort: 'position', projection: 'ALL' },
        { name: 'waiting', partition: 'waiting', sort: 'position', projection: 'KEYS_ONLY' },
        {
          name: 'open',
          partition: 'openFor',
          sort: 'openAt',
          projection: ['sequence', 'issuedAt', 'changedAt', 'handlingStatus', 'summary'],
        },
        { name: 'review', partition: 'reviewShard', sort: 'reviewAt', projection: 'KEYS_ONLY' },
      ],
      ttl: false,
    });
    this.replies = table('Replies', {
      partition: 'receiver',
      sort: 'replyId',
      ttl: true,
    });
    this.receivers = table('Receivers', {
      partition: 'receiver',
      ttl: false,
    });
    this.calls = table('Calls', {
      partition: 'receiver',
      sort: 'minute',
      ttl: true,
    });
    this.deliveries = table('Deliveries', {
      partition: 'receiver',
      sort: 'noticeId',
      indexes: [
        { name: 'due', partition: 'dueShard', sort: 'dueAt', projection: 'KEYS_ONLY' },
        { name: 'backlog', partition: 'backlog', sort: 'position', projection: 'ALL' },
      ],
      ttl: false,
    });
    this.sessions = table('Sessions', {
      partition: 'sessionId',
      ttl: true,
    });
    // How far each feed was heard must be known as long as the feed comes; no person is in it.
    this.files = table('Files', {
      partition: 'feed',
      sort: 'file',
      ttl: false,
    });
    this.rejections = table('Rejections', {
      partition: 'file',
      sort: 'row',
      ttl: true,
    });
    // A parked message waits for somebody, however long that takes.
    this.parked = table('Parked', {
      partition: 'queue',
      sort: 'messageId',
      ttl: false,
    });
  }
}

import { REGION } from '../region.ts';

/** A request to AWS as a policy names it: an action and its resource. */
export interface AwsCall {
  readonly action: string;
  /** An ARN, or a queue's name, because the local engine gives queues other ARNs. */
  readonly resource: string;
  /** What conditions of a policy ask of the request. */
  readonly context?: Readonly<Record<string, string>>;
}

export interface AwsRequest {
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  /** The header `x-amz-target`, which names the operation of a service with a JSON protocol. */
  readonly target: string | undefined;
}

const ACCOUNT = '000000000000';
const ONE_TABLE = /"TableName":"(?<table>[^"]+)"/u;
const SEVERAL_TABLES = /"RequestItems":\{"(?<table>[^"]+)":/u;
const INDEX = /"IndexName":"(?<index>[^"]+)"/u;
const QUEUE = /"QueueUrl":"[^"]*\/(?<queue>[^"/]+)"/u;
/** The path of SES’s call. */
const MAILS = '/v2/email/outbound-emails';
const SENDER = /"FromEmailAddress":"(?<from>[^"@]*@(?<domain>[^"]+))"/u;
const KEY = /"KeyId":"(?<key>[^"]+)"/u;
const SECRET = /"SecretId":"(?<secret>[^"]+)"/u;

/** Whether the body is needed to know what the request asks for. */
export const isActionInBody = ({ target, path }: AwsRequest): boolean => target !== undefined || path === MAILS;

/** The call that a request makes; undefined for a service that a local run does not have. */
export function callIn(request: AwsRequest, body: string): AwsCall | undefined {
  const [service = '', operation = ''] = request.target?.split('.') ?? [];
  if (request.path === MAILS) {
    const { from = '', domain = '' } = SENDER.exec(body)?.groups ?? {};
    const resource = `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${domain}`;
    return { action: 'ses:SendEmail', resource, context: { 'ses:FromAddress': from } };
  }
  if (request.target === undefined) return objectCall(request);
  if (service.startsWith('DynamoDB')) return tableRequest(operation, body);
  if (service === 'AmazonSQS') {
    return queueCall(operation, QUEUE.exec(body)?.groups?.['queue'] ?? '');
  }
  if (service === 'secretsmanager') {
    return { action: `secretsmanager:${operation}`, resource: SECRET.exec(body)?.groups?.['secret'] ?? '' };
  }
  if (service === 'TrentService')
    return { action: `kms:${operation}`, resource: KEY.exec(body)?.groups?.['key'] ?? '' };
  return undefined;
}

function tableRequest(operation: string, body: string): AwsCall {
  const { table = '' } = (operation.startsWith('Batch') ? SEVERAL_TABLES : ONE_TABLE).exec(body)?.groups ?? {};
  return tableCall(operation, { TableName: table, IndexName: INDEX.exec(body)?.groups?.['index'] });
}

/** A call of a table or of its index, by DynamoDB's names. */
export function tableCall(
  operation: string,
  { TableName, IndexName }: { readonly TableName: string; readonly IndexName?: string | undefined },
): AwsCall {
  const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TableName}`;
  return { action: `dynamodb:${operation}`, resource: IndexName === undefined ? arn : `${arn}/index/${IndexName}` };
}

/** A call of a queue by its name; a batch needs the same permission as a single message. */
export const queueCall = (operation: string, resource: string): AwsCall => ({
  action: `sqs:${operation.replace(/Batch$/u, '')}`,
  resource,
});

/** A call of S3, by its path `/bucket/key?query`. */
function objectCall({ method, path }: AwsRequest): AwsCall {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const arn = `arn:aws:s3:::${bucket}`;
  if (key === '') return { action: 's3:ListBucket', resource: arn };
  const reads = method === 'GET' || method === 'HEAD';
  const aborts = method === 'DELETE' && searchParams.has('uploadId');
  const removes = method === 'DELETE' ? 's3:DeleteObject' : 's3:PutObject';
  const gets = searchParams.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject';
  return { action: reads ? gets : aborts ? 's3:AbortMultipartUpload' : removes, resource: `${arn}/${key}` };
}

import { REGION } from '../region.ts';

/** The meaning of a request to AWS: an action and its resource, as a policy names them. */
export interface AwsCall {
  readonly action: string;
  /** An ARN; for a queue its name alone, to which its engine has given another ARN. */
  readonly resource: string;
}

export interface AwsRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** `x-amz-target`: the operation of a service that speaks JSON. */
  readonly target: string | undefined;
}

const ACCOUNT = '000000000000';
const ONE_TABLE = /"TableName":"(?<table>[^"]+)"/u;
const SEVERAL_TABLES = /"RequestItems":\{"(?<table>[^"]+)":/u;
const INDEX = /"IndexName":"(?<index>[^"]+)"/u;
const QUEUE = /"QueueUrl":"[^"]*\/(?<queue>[^"/]+)"/u;
const SECRET = /"SecretId":"(?<secret>[^"]+)"/u;

/** Whether the body has to be seen before it is known what the request asks for. */
export const needsBody = ({ target }: AwsRequest): boolean => target !== undefined;

/** The call that a request makes; undefined for a service that a local run has none of. */
export function callIn(request: AwsRequest, body: string): AwsCall | undefined {
  const [service = '', operation = ''] = request.target?.split('.') ?? [];
  if (request.target === undefined) return objectCall(request);
  if (service.startsWith('DynamoDB')) return tableRequest(operation, body);
  if (service === 'AmazonSQS') {
    return queueCall(operation, QUEUE.exec(body)?.groups?.['queue'] ?? '');
  }
  if (service === 'secretsmanager') {
    return { action: `secretsmanager:${operation}`, resource: SECRET.exec(body)?.groups?.['secret'] ?? '' };
  }
  return undefined;
}

function tableRequest(operation: string, body: string): AwsCall {
  const { table = '' } = (operation.startsWith('Batch') ? SEVERAL_TABLES : ONE_TABLE).exec(body)?.groups ?? {};
  return tableCall(operation, { TableName: table, IndexName: INDEX.exec(body)?.groups?.['index'] });
}

/** A call of a table, or of an index of it, by DynamoDB's own words. */
export function tableCall(
  operation: string,
  { TableName, IndexName }: { readonly TableName: string; readonly IndexName?: string | undefined },
): AwsCall {
  const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TableName}`;
  return { action: `dynamodb:${operation}`, resource: IndexName === undefined ? arn : `${arn}/index/${IndexName}` };
}

/** A call of a queue by its name; a batch asks for the same as its one message. */
export const queueCall = (operation: string, resource: string): AwsCall => ({
  action: `sqs:${operation.replace(/Batch$/u, '')}`,
  resource,
});

/** S3, by path: `/bucket/key?query`. */
function objectCall({ method, path }: AwsRequest): AwsCall {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const arn = `arn:aws:s3:::${bucket}`;
  if (key === '') return { action: 's3:ListBucket', resource: arn };
  const reads = method === 'GET' || method === 'HEAD';
  const aborts = method === 'DELETE' && searchParams.has('uploadId');
  const removes = method === 'DELETE' ? 's3:DeleteObject' : 's3:PutObject';
  return { action: reads ? 's3:GetObject' : aborts ? 's3:AbortMultipartUpload' : removes, resource: `${arn}/${key}` };
}

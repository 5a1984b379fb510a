import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { type SQSClient, SQSServiceException } from '@aws-sdk/client-sqs';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { InProcessService } from './services.ts';

interface Fault {
  readonly name: string;
  readonly message: string;
}

/**
 * Sends table commands to an engine in this process instead of over the network, because signing, HTTP, JSON and the
 * SDK's middleware cost many times the table's own work. Errors are the SDK's own, and no call needs a second try.
 */
export function useInProcessTables(
  client: DynamoDBDocumentClient,
  tables: InProcessService | undefined,
): DynamoDBDocumentClient {
  if (!tables) return client;
  const overNetwork = client.send.bind(client);
  return Object.assign(client, {
    send: (command: Parameters<typeof overNetwork>[0]) => {
      const operation = OPERATIONS.get(command.constructor);
      return operation === undefined ? overNetwork(command) : answered(tables, operation, command.input, tablesFault);
    },
  });
}

/** DynamoDB's operation of each command of the document client. */
const OPERATIONS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [GetCommand, 'GetItem'],
  [PutCommand, 'PutItem'],
  [UpdateCommand, 'UpdateItem'],
  [DeleteCommand, 'DeleteItem'],
  [QueryCommand, 'Query'],
  [ScanCommand, 'Scan'],
  [BatchGetCommand, 'BatchGetItem'],
  [BatchWriteCommand, 'BatchWriteItem'],
]);

/** Sends queue commands to an engine in this process. Requests that make or change a queue still go over the network. */
export function useInProcessQueues(client: SQSClient, queues: InProcessService | undefined): SQSClient {
  if (!queues) return client;
  client.middlewareStack.add(
    (next, context) => async (args) =>
      OF_MESSAGES.has(operationOf(context))
        ? {
            output: { ...(await answered(queues, operationOf(context), args.input, queuesFault)), $metadata: {} },
            response: {},
          }
        : next(args),
    { step: 'initialize', priority: 'low', name: 'inProcess' },
  );
  return client;
}

const OF_MESSAGES: ReadonlySet<string> = new Set([
  'SendMessage',
  'SendMessageBatch',
  'ReceiveMessage',
  'DeleteMessageBatch',
  'ChangeMessageVisibilityBatch',
  'GetQueueAttributes',
]);

const operationOf = (context: Readonly<Record<string, unknown>>) =>
  String(context['commandName']).replace(/Command$/u, '');

async function answered(
  service: InProcessService,
  operation: string,
  input: object,
  faultOf: (fault: Fault) => Error,
): Promise<object> {
  try {
    return await service(operation, input);
  } catch (error) {
    throw isFault(error) ? faultOf(error) : error;
  }
}

const isFault = (error: unknown): error is Fault =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error && !('stack' in error);

const tablesFault = ({ name, message }: Fault): Error =>
  name === 'ConditionalCheckFailedException'
    ? new ConditionalCheckFailedException({ message, $metadata: {} })
    : new DynamoDBServiceException({ name, message, $fault: 'client', $metadata: {} });

const queuesFault = ({ name, message }: Fault): Error =>
  new SQSServiceException({ name, message, $fault: 'client', $metadata: {} });

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
} from '@aws-sdk/client-dynamodb';
import { type SQSClient, SQSServiceException } from '@aws-sdk/client-sqs';
import { type Nearby, SERVICES_NEARBY, type ServicesNearby } from '#shared/runtime/nearby.ts';

interface Fault {
  readonly name: string;
  readonly message: string;
}

/**
 * Lets tables that run in this very process answer instead of the network: signing, HTTP and JSON over a loopback cost
 * many times what the table itself does. Faults come as the SDK's own errors; there is nothing to try again.
 */
export function useTablesNearby(client: DynamoDBClient, tables = nearby()?.tables): DynamoDBClient {
  if (!tables) return client;
  client.middlewareStack.add(
    (_next, context) => async (args) => ({
      output: { ...(await answered(tables, context, args.input, tablesFault)), $metadata: {} },
      response: {},
    }),
    MIDDLEWARE,
  );
  return client;
}

/** The same for queues, but for what makes and changes them. */
export function useQueuesNearby(client: SQSClient, queues = nearby()?.queues): SQSClient {
  if (!queues) return client;
  client.middlewareStack.add(
    (next, context) => async (args) =>
      OF_MESSAGES.has(operationOf(context))
        ? { output: { ...(await answered(queues, context, args.input, queuesFault)), $metadata: {} }, response: {} }
        : next(args),
    MIDDLEWARE,
  );
  return client;
}

const nearby = (): ServicesNearby | undefined => Reflect.get(globalThis, SERVICES_NEARBY);

const OF_MESSAGES: ReadonlySet<string> = new Set([
  'SendMessage',
  'SendMessageBatch',
  'ReceiveMessage',
  'DeleteMessageBatch',
  'ChangeMessageVisibilityBatch',
  'GetQueueAttributes',
]);

const MIDDLEWARE = { step: 'initialize', priority: 'low', name: 'nearby' } as const;

type Context = Readonly<Record<string, unknown>>;
const operationOf = (context: Context) => String(context['commandName']).replace(/Command$/u, '');

async function answered(
  service: Nearby,
  context: Context,
  input: object,
  faultOf: (fault: Fault) => Error,
): Promise<object> {
  try {
    return await service(operationOf(context), input);
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

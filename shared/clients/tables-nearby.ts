import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
} from '@aws-sdk/client-dynamodb';
import { TABLES_NEARBY, type TablesNearby } from '#shared/runtime/tables-nearby.ts';

interface Fault {
  readonly name: string;
  readonly message: string;
}

/**
 * Lets tables that run in this very process answer instead of the network: signing, HTTP and JSON over a loopback cost
 * several times what the table itself does. Faults come as the SDK's own errors; there is nothing to try again.
 */
export function useTablesNearby(client: DynamoDBClient): void {
  const nearby: TablesNearby | undefined = Reflect.get(globalThis, TABLES_NEARBY);
  if (nearby === undefined) return;
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const output = await nearby(String(context['commandName']), args.input).catch((fault: Fault) => {
        throw serviceException(fault);
      });
      return { output: { ...output, $metadata: {} }, response: {} };
    },
    { step: 'initialize', priority: 'low', name: 'tablesNearby' },
  );
}

const serviceException = ({ name, message }: Fault): Error =>
  name === 'ConditionalCheckFailedException'
    ? new ConditionalCheckFailedException({ message, $metadata: {} })
    : new DynamoDBServiceException({ name, message, $fault: 'client', $metadata: {} });

import { DynamoDBDocumentClient as SdkClient } from '@aws-sdk/lib-dynamodb';
import { useInProcessTables } from './clients.ts';
import { givenServices } from './services.ts';

export * from '@aws-sdk/lib-dynamodb';

/** In the bundles of an embedded run, the clients of its tables (`in-process-sdk.ts`). */
export const DynamoDBDocumentClient = {
  from: (...given: Parameters<typeof SdkClient.from>): SdkClient =>
    useInProcessTables(SdkClient.from(...given), givenServices().tables),
};

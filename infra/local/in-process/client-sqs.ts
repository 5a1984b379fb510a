import { SQSClient as SdkClient } from '@aws-sdk/client-sqs';
import { useInProcessQueues } from './clients.ts';
import { givenServices } from './services.ts';

export * from '@aws-sdk/client-sqs';

/** In the bundles of an embedded run, the clients of its queues (`in-process-sdk.ts`). */
export class SQSClient extends SdkClient {
  constructor(...given: ConstructorParameters<typeof SdkClient>) {
    super(...given);
    useInProcessQueues(this, givenServices().queues);
  }
}

import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { RegistrationRecorded } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, type ReceivedMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type VerifyPeoplePorts, readPoliceCoverage, verifyPeople } from './verify-people.ts';

/**
 * The function takes registrations from a queue, checks their people against police data, stores the results in the
 * verifications table, and sends messages to the companies queue.
 */
export const createHandler = (ports: VerifyPeoplePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: RegistrationRecorded,
      mostHops: LONG_CHAINS['2-verify-people'],
      opened: ports.hash.opened,
      handle: async (batch: readonly ReceivedMessage<RegistrationRecorded>[]) => {
        const policeData = await readPoliceCoverage(ports);
        const verify = eachMessage<RegistrationRecorded>(16, ({ message }) => verifyPeople(message, policeData, ports));
        const outcomes = await verify(batch);
        // Where the extract was read to its end meanwhile, its sweep may have run before these people were stored as
        // unchecked
        if (policeData !== 'whole' && (await readPoliceCoverage(ports)) !== policeData)
          await ports.verifyLater(batch.map(({ message }) => message));
        return outcomes;
      },
      park: ports.park,
    }),
  );

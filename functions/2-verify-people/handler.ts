import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { RegistrationRecorded } from '#shared/contracts/messages.ts';
import { batchHandler } from '#shared/runtime/message-handler.ts';
import { eachMessage, type Park, type ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import { readPoliceCoverage, readVerified, verifyPeople, type VerifyPeoplePorts } from './verify-people.ts';

/**
 * The function takes registrations from a queue, checks their people against police data, stores the results in the
 * verifications table, and sends messages to the companies queue.
 */
export const createHandler = (ports: VerifyPeoplePorts & { park: Park }) =>
  batchHandler({
    contract: RegistrationRecorded,
    mostHops: LONG_CHAINS['2-verify-people'],
    opened: ports.hash.opened,
    handle: async (received: readonly ReceivedMessage<RegistrationRecorded>[]) => {
      const messages = received.map(({ message }) => message);
      const asRead = await readVerified(messages, ports);
      const verify = eachMessage<RegistrationRecorded>(16, (message) => verifyPeople(message, asRead, ports));
      const outcomes = await verify(received);
      // Where the extract was read to its end meanwhile, its sweep may have run before these people were stored as
      // unchecked
      if (asRead.policeData !== 'whole' && (await readPoliceCoverage(ports)) !== asRead.policeData)
        await ports.verifyLater(messages);
      return outcomes;
    },
    park: ports.park,
  });

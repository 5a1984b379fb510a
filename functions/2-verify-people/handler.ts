import { RegistrationRecorded } from '#shared/contracts/messages.ts';
import { each, type Park, type Received, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { type VerifyPeoplePorts, isPoliceDataComplete, verifyPeople } from './verify-people.ts';

/** registrations queue → police identity check → verifications table → companies queue */
export const createHandler = (ports: VerifyPeoplePorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: RegistrationRecorded,
      handle: async (batch: readonly Received<RegistrationRecorded>[]) => {
        const policeDataComplete = await isPoliceDataComplete(ports);
        const verify = each<RegistrationRecorded>(16, ({ message }) =>
          verifyPeople(message, policeDataComplete, ports),
        );
        const outcomes = await verify(batch);
        // The extract was read to its end meanwhile: its sweep may have run before these people were stored as unchecked
        if (!policeDataComplete && (await isPoliceDataComplete(ports)))
          await ports.verifyLater(batch.map(({ message }) => message));
        return outcomes;
      },
      park: ports.park,
    }),
  );

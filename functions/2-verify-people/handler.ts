import { RegistrationRecorded } from '#shared/contracts/messages.ts';
import { each, type Park, type Received, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { type VerifyPeoplePorts, policeDataCovered, verifyPeople } from './verify-people.ts';

/** registrations queue → police identity check → verifications table → companies queue */
export const createHandler = (ports: VerifyPeoplePorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: RegistrationRecorded,
      handle: async (batch: readonly Received<RegistrationRecorded>[]) => {
        const policeData = await policeDataCovered(ports);
        const verify = each<RegistrationRecorded>(16, ({ message }) => verifyPeople(message, policeData, ports));
        const outcomes = await verify(batch);
        // Heard meanwhile: the sweep may have come before these people were there to be found unchecked
        if (policeData !== 'whole' && (await policeDataCovered(ports)) !== policeData)
          await ports.verifyLater(batch.map(({ message }) => message));
        return outcomes;
      },
      park: ports.park,
    }),
  );

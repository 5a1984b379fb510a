import { SurveyRequested } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type SurveyProvincePorts, surveyProvince } from './survey-province.ts';

/**
 * The function surveys the samples of all assessed companies once for a batch of messages, stores the province's
 * profile, and sends messages to the companies queue.
 */
export const createHandler = (ports: SurveyProvincePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: SurveyRequested,
      handle: (messages: readonly SurveyRequested[]) => {
        const surveyed = surveyProvince(ports);
        return eachMessage<SurveyRequested>(1, () => surveyed)(messages);
      },
      park: ports.park,
    }),
  );

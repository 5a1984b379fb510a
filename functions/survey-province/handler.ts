import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { SurveyRequested } from '#shared/contracts/messages.ts';
import { batchHandler } from '#shared/runtime/message-handler.ts';
import { eachMessage, type Park, type ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import { type SurveyProvincePorts, surveyProvince } from './survey-province.ts';

/**
 * The function surveys the samples of all assessed companies once for a batch of messages, stores the province's
 * profile, and sends messages to the companies queue.
 */
export const createHandler = (ports: SurveyProvincePorts & { park: Park }) =>
  batchHandler({
    contract: SurveyRequested,
    mostHops: LONG_CHAINS['survey-province'],
    handle: (received: readonly ReceivedMessage<SurveyRequested>[]) => {
      const surveyed = surveyProvince(ports);
      return eachMessage<SurveyRequested>(1, () => surveyed)(received);
    },
    park: ports.park,
  });

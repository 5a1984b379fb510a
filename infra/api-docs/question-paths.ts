import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { reference } from '#shared/contracts/ids.ts';
import { QuestionsPage } from '#shared/contracts/questions.ts';
import { EXAMPLES } from './examples.ts';
import { jsonContent, NO_SUCH_NOTICE_RESPONSE, REFUSED_RESPONSE } from './operations.ts';

/** The API paths of the police's questions to a bank. */
export const QUESTION_PATHS: ZodOpenApiPathsObject = {
  '/v1/notices/{id}/questions': {
    get: {
      operationId: 'readQuestionsOfNotice',
      summary: 'What the police asked you of the account of this notice; the answer is a decision with a note',
      requestParams: { path: z.object({ id: reference }) },
      responses: {
        '200': {
          description: 'Of the last 90 days, the latest first; empty where nothing was asked',
          content: jsonContent(QuestionsPage, { asked: EXAMPLES.questions }),
        },
        ...REFUSED_RESPONSE,
        '404': NO_SUCH_NOTICE_RESPONSE,
      },
    },
  },
  '/v1/questions': {
    get: {
      operationId: 'readQuestions',
      summary: 'What the police asked you of all your notices; a question that you read here is pushed no more',
      responses: {
        '200': {
          description: 'Of the last 90 days, at most 50, the latest first',
          content: jsonContent(QuestionsPage, { asked: EXAMPLES.questions }),
        },
        ...REFUSED_RESPONSE,
      },
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import * as z from 'zod';
import { FileResultLink, FileResultRequest, FileUpload, FileUploadRequest } from '#shared/contracts/file-upload.ts';
import { reference } from '#shared/contracts/ids.ts';
import { QuestionsPage } from '#shared/contracts/questions.ts';
import { EXAMPLES } from './examples.ts';
import { jsonContent, problemResponse, REFUSED_RESPONSE, NO_SUCH_NOTICE_RESPONSE } from './operations.ts';

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

/** The files that a sender puts into the inbox, and what became of them. */
export const FILE_PATHS: ZodOpenApiPathsObject = {
  '/v1/files': {
    post: {
      operationId: 'offerFile',
      summary: 'A form by which you send files of one feed, for an hour',
      description:
        'Send it as `multipart/form-data`: all fields, then the field `file` with its name. A file of the same name replaces the earlier one.',
      requestBody: {
        required: true,
        content: jsonContent(FileUploadRequest, { accounts: EXAMPLES.fileUploadRequest }),
      },
      responses: {
        '201': { description: 'The form', content: jsonContent(FileUpload, { form: EXAMPLES.fileUpload }) },
        ...REFUSED_RESPONSE,
        '400': problemResponse('The body is not as described'),
      },
    },
  },
  '/v1/file-results': {
    post: {
      operationId: 'readFileResult',
      summary: 'A link to the receipt of a file that you sent (`<file>.json`), or to its rejected rows',
      requestBody: { required: true, content: jsonContent(FileResultRequest, { receipt: EXAMPLES.fileResultRequest }) },
      responses: {
        '201': { description: 'For five minutes', content: jsonContent(FileResultLink, { link: EXAMPLES.fileResult }) },
        ...REFUSED_RESPONSE,
        '400': problemResponse('The body is not as described'),
      },
    },
  },
};

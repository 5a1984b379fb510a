import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { FileResultLink, FileResultRequest, FileUpload, FileUploadRequest } from '#shared/contracts/file-upload.ts';
import { EXAMPLES } from './examples.ts';
import { jsonContent, problemResponse, REFUSED_RESPONSE } from './operations.ts';

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

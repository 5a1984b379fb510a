import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { NoticeProof, LogHeadView, CosignedCheckpoint } from '#shared/contracts/witnessing.ts';
import { reference } from '#shared/contracts/ids.ts';
import { LOG_EXAMPLES } from './log-examples.ts';
import {
  BAD_REQUEST_RESPONSE,
  jsonContent,
  NO_SUCH_NOTICE_RESPONSE,
  problemResponse,
  REFUSED_RESPONSE,
  TOO_LARGE_RESPONSE,
} from './operations.ts';

/** The API paths of the verifiable log, for receivers and witnesses. */
export const LOG_PATHS: ZodOpenApiPathsObject = {
  '/v1/notices/{id}/proof': {
    get: {
      operationId: 'proveNotice',
      summary: 'That the newest state of your notice is in the verifiable log',
      requestParams: { path: z.object({ id: reference }) },
      responses: {
        '200': {
          description: 'Checked offline by anybody who knows the key of the log',
          content: jsonContent(NoticeProof, { inLog: LOG_EXAMPLES.proof }),
        },
        ...REFUSED_RESPONSE,
        '404': NO_SUCH_NOTICE_RESPONSE,
        '409': problemResponse('It has not reached the log yet: ask again in a few minutes'),
      },
    },
  },
  '/v1/log/checkpoint': {
    get: {
      operationId: 'readLogHead',
      summary: 'The newest signed head of the verifiable log, and that it continues the one you know',
      requestParams: {
        query: z.object({ from: z.string().optional().describe('How many entries the head had that you know') }),
      },
      responses: {
        '200': {
          description: 'A signed note and hashes as RFC 6962 has them',
          content: jsonContent(LogHeadView, { fromOne: LOG_EXAMPLES.head }),
        },
        '400': problemResponse('The log never had so many entries'),
        ...REFUSED_RESPONSE,
        '409': problemResponse('The log has no entry yet'),
      },
    },
  },
  '/v1/log/checkpoints': {
    post: {
      operationId: 'witnessLog',
      summary: 'A head that you have checked, with your cosignature: proofs carry it from then on',
      requestBody: { required: true, content: jsonContent(CosignedCheckpoint, { witnessed: LOG_EXAMPLES.cosigned }) },
      responses: {
        '202': {
          description: 'Kept',
          content: jsonContent(z.strictObject({ size: z.int() }), { kept: LOG_EXAMPLES.kept }),
        },
        '400': BAD_REQUEST_RESPONSE,
        ...REFUSED_RESPONSE,
        '413': TOO_LARGE_RESPONSE,
      },
    },
  },
};

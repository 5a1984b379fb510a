import asyncapi3 from '@asyncapi/specs/schemas/3.0.0.json' with { type: 'json' };
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** Lists the places where a document breaks the OpenAPI specification that it names, by that specification's own schema. */
export async function brokenOpenapi(document: object): Promise<string[]> {
  const { valid, errors } = await new Validator().validate({ ...document });
  if (valid) return [];
  return typeof errors === 'string' ? [errors] : (errors ?? []).map(fault);
}

/**
 * The places where a document breaks AsyncAPI 3.0, by that specification's own schema. References without a target are
 * found by `dangling-references.ts`.
 */
export function brokenAsyncapi(document: object): string[] {
  // The schema contains its own copy of draft 7, so none is added.
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, logger: false });
  addFormats.default(ajv);
  const validate = ajv.compile(asyncapi3);
  return validate(document) ? [] : (validate.errors ?? []).map(fault);
}

const fault = ({ instancePath = '', message = '' }: { instancePath?: string; message?: string }) =>
  `${instancePath || '/'} ${message}`;

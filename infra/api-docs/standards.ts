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
 * found below.
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

/** The `$ref`s of a document that have no target in it. */
export function danglingReferences(document: unknown): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref' && typeof inner === 'string') found.push(inner);
        else walk(inner);
      }
    }
  };
  walk(document);
  return [...new Set(found)].filter((reference) => at(document, reference) === undefined);
}

function at(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  const steps = reference
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === step)?.[1]
        : undefined,
    document,
  );
}

import * as z from 'zod';
import { parseJson } from '#shared/runtime/parse-json.ts';

const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
/** Fields that S3 asks no condition for. */
const NEED_NONE = /^(?:bucket|policy|x-amz-signature|awsaccesskeyid|signature|x-ignore-.*)$/u;

/** What a form sends to a bucket. */
interface Sent {
  readonly bucket: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/**
 * Why S3 refuses a form (`POST Object`): a condition of its policy that is not kept, a field that the policy does not
 * name, or a policy that has ended. The signature is not checked. Undefined where the form is taken.
 */
export async function refusalOfForm({ bucket, body, contentType }: Sent, now: Date): Promise<string | undefined> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  if (!form) return 'MalformedPOSTRequest';
  const fields = new Map<string, string>();
  let size = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      size = value.size;
      // S3 ignores what follows the file
      break;
    }
    if (fields.has(name.toLowerCase())) return `InvalidArgument: ${name} is sent twice`;
    fields.set(name.toLowerCase(), value);
  }
  fields.set('bucket', bucket);
  const { data: policy } = Policy.safeParse(parsed(fields.get('policy')));
  if (!policy) return 'InvalidPolicyDocument';
  if (new Date(policy.expiration) <= now) return 'AccessDenied: Policy expired';
  const named = new Set<string>();
  const isKept = (name: string, keeps: (value: string) => boolean): boolean => {
    named.add(name.toLowerCase());
    return keeps(fields.get(name.toLowerCase()) ?? '');
  };
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition))
        if (!isKept(name, (value) => value === wanted)) return `AccessDenied: ${name}`;
    } else if (condition[0] === 'content-length-range') {
      if (size < condition[1]) return 'EntityTooSmall';
      if (size > condition[2]) return 'EntityTooLarge';
    } else {
      const [how, name, wanted] = condition;
      const isSo = (value: string) => (how === 'eq' ? value === wanted : value.startsWith(wanted));
      if (!isKept(name.slice(1), isSo)) return `AccessDenied: ${name}`;
    }
  }
  const extra = [...fields.keys()].find((name) => !named.has(name) && !NEED_NONE.test(name));
  return extra === undefined ? undefined : `AccessDenied: Extra input fields: ${extra}`;
}

const parsed = (policy = ''): unknown => parseJson(Buffer.from(policy, 'base64').toString());

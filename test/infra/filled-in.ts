/** The longest value that a reference has in a deployed stack: an ARN of a table, a queue or a secret. */
const ARN = `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${'x'.repeat(70)}`;

/** A part of the template as AWS gets it, with a long ARN in place of each reference. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length === 0 && (name === 'Ref' || name === 'Fn::GetAtt')) return ARN;
  if (more.length === 0 && name === 'Fn::Join' && Array.isArray(argument)) {
    const [delimiter, parts] = argument;
    if (Array.isArray(parts)) return parts.map(filledIn).join(String(delimiter));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}

/** The bytes of a policy without white space, which AWS counts. */
export const policyBytes = (document: unknown): number => Buffer.byteLength(JSON.stringify(filledIn(document)));

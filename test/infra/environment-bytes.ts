import { references } from './synthesised.ts';

/** The name of the stack with the longest province: `haukiem-prod-tuyen-quang`. */
const STACK = 24;
/** The length of what CloudFormation fills in for a resource: its id between the stack's name and a random end, or an address. */
function filledInFor(variable: string, id: string): number {
  if (variable.endsWith('_ARN')) return 58 + id.length + 13 + 7;
  if (variable.endsWith('_CLIENT_ID')) return 26;
  if (variable.endsWith('_URL')) return 54 + STACK + 17;
  return STACK + 1 + id.length + 1 + 13;
}

/** The bytes of a function's environment as JSON, which Lambda counts, with the names that CloudFormation fills in. */
export function environmentBytes(variables: Readonly<Record<string, unknown>>): number {
  const filledIn = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? value
      : 'x'.repeat(references(value).reduce((length, id) => length + filledInFor(name, id), 0)),
  ]);
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(filledIn)));
}

import { references } from './synthesised.ts';

/** The longest names and addresses that CloudFormation makes for a stack: `haukiem-` with a stage and a province. */
const longest = (name: string) => (name.endsWith('_ARN') ? 115 : name.endsWith('_URL') ? 90 : 72);

/** The bytes of a function's environment as JSON, which Lambda counts, with the names that CloudFormation fills in. */
export function environmentBytes(variables: Readonly<Record<string, unknown>>): number {
  const filledIn = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : 'x'.repeat(references(value).length * longest(name)),
  ]);
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(filledIn)));
}

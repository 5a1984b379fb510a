import { tableKind, unpacked } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

const WRITER = '5-notify-banks';

/** Whether the request reads an account for its bank's notice. */
export const isOfAccount = ({ name, input }: ServiceRequest, { step }: SimulatedInvocation): boolean =>
  step.folder === WRITER && name === 'QueryCommand' && tableKind(input.TableName) === 'Accounts';

/**
 * The account as it is where a wrong register has just given it to another company, flagged if there is one, and the
 * right register comes before either company is assessed. Only the answers to one function show this, so that nobody
 * sends a message about it.
 */
export function withMovedAccount<T>(answer: T, { tables, design }: Services): T {
  const { Items } = answer as unknown as { readonly Items: readonly Attributes[] };
  const table = Object.keys(design.tables).find((name) => tableKind(name) === 'Assessments') ?? '';
  const assessed = tables.items(table);
  const moved = Items.flatMap((item) => movedItems(item, assessed));
  return { ...answer, Items: moved };
}

function movedItems(item: Attributes, assessed: readonly Attributes[]): readonly Attributes[] {
  const { register, from: _from, ...beside } = item;
  const holder = (register as Attributes | undefined)?.['enterpriseCode'];
  const isListed = assessed.some((one) => one['enterpriseCode'] === holder && lists(one, item['accountRef']));
  const others = assessed.filter(({ enterpriseCode }) => enterpriseCode !== holder);
  const other = others.find(({ verdict }) => verdict === 'flagged') ?? others[0];
  if (!isListed || !other) return [item];
  return [
    { ...item, register: { ...(register as Attributes), enterpriseCode: other['enterpriseCode'] } },
    { ...beside, fact: `former-holder#${String(holder)}`, formerHolder: holder },
  ];
}

const lists = (assessed: Attributes, accountRef: unknown): boolean =>
  ((unpacked(assessed)['accounts'] ?? []) as readonly Attributes[]).some((one) => one['accountRef'] === accountRef);

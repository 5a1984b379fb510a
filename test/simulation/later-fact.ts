import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { OF_ROWS } from './overwritten.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** The version of a drop that comes after every other. */
const LATER = '#9999999999999999';
const SUFFIX = '-of-a-later-drop';

interface Answer {
  readonly Items: readonly Attributes[];
}

/**
 * A reader that looks for facts of earlier drops also finds one that the faster reader of a later drop has written: a
 * copy of a found fact under another key, which is only in the answer and in no table. A person has another name there,
 * because the search keys of a name go only with its last version.
 */
export function withLaterFact<T>(
  { name, input }: ServiceRequest,
  { reads, takesBack }: SimulatedInvocation,
  answer: T,
): T {
  const kind = name === 'QueryCommand' ? tableKind(input.TableName) : '';
  if (!reads || !OF_ROWS.has(kind)) return answer;
  const { Items } = answer as unknown as Answer;
  const found = Items.find(({ from }) => typeof from === 'object' && from !== null && 'version' in from);
  if (!found) return answer;
  const sort = ['fact', 'record'].find((key) => key in found) ?? '';
  const later = {
    ...found,
    [sort]: `${String(found[sort])}${SUFFIX}`,
    from: { ...(found['from'] as object), version: LATER },
    ...('fullName' in found && { fullName: 'Người Đến Sau' }),
  };
  const repaired = takesBack && kind === 'Companies' ? [repairOf(later)] : [];
  return { ...answer, Items: [...Items, later, ...repaired] };
}

/** A repair of the later fact's file, which stays beside that fact where earlier drops are taken back. */
const repairOf = ({ enterpriseCode, from }: Attributes): Attributes => ({
  enterpriseCode,
  fact: `repair${SUFFIX}`,
  repair: { field: 'phone', current: '', proposed: '', why: '', file: (from as { file: string }).file },
});

/** Whether the request deletes the later fact, or the repair beside it. */
export const takesLaterFact = ({ name, input }: ServiceRequest): boolean =>
  name === 'DeleteCommand' &&
  Object.values((input.Key ?? {}) as Attributes).some((key) => String(key).endsWith(SUFFIX));

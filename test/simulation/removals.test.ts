import { describe, expect, it } from 'vitest';
import { removalsIn } from './removals.ts';

const SOURCE = `
export async function record(item, db) {
  if (!item) return undefined;
  if (item.isOld && !item.isKept) {
    throw new Error('old');
  }
  await db.send({ Item: item, ConditionExpression: 'attribute_not_exists(id)' });
  return item.name ?? '';
}
`;

describe('the removals of a source', () => {
  it('each early return, operand, awaited statement and condition of a write can be left out, and nothing else', () => {
    const found = removalsIn('record.ts', SOURCE);
    expect(found.map(({ kind, line, what }) => `${line} ${kind}: ${what}`)).toEqual([
      '3 early return: if (!item) return undefined;',
      "4 early return: if (item.isOld && !item.isKept) { throw new Error('old'); }",
      '4 operand: item.isOld',
      '4 operand: !item.isKept',
      "7 awaited statement: await db.send({ Item: item, ConditionExpression: 'attribute_not_exists(id)' });",
      "7 condition of a write: ConditionExpression: 'attribute_not_exists(id)'",
    ]);
  });

  it('the rest of the source stays as it is', () => {
    const [first, , operand] = removalsIn('record.ts', SOURCE);
    expect(first?.altered).toBe(SOURCE.replace('if (!item) return undefined;', ';'));
    expect(operand?.altered).toBe(SOURCE.replace('item.isOld && !item.isKept', '(!item.isKept)'));
  });
});

import type { Condition, StoredItem } from './conditional-write.ts';

/** The condition that an item still has every attribute as it was read. */
export function unchanged(item: StoredItem): Condition {
  const attributes = Object.entries(item);
  return {
    when: attributes.map((_, n) => `#was${n} = :was${n}`).join(' AND '),
    names: Object.fromEntries(attributes.map(([name], n) => [`#was${n}`, name])),
    values: Object.fromEntries(attributes.map(([, value], n) => [`:was${n}`, value])),
  };
}

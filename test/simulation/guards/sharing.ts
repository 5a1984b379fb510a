import { guard, type Guard } from '../guard.ts';

const SHARE = 'functions/3-assess-company/share-values.ts';

/** The guards of shared values and of their bands. */
export const SHARING_GUARDS: readonly Guard[] = [
  guard(
    'the members of a band are told of its change',
    SHARE,
    'await assess(codes.map((code) => ({ enterpriseCode: code })));',
    '',
  ),
  guard('a band is told again until it counts as told', SHARE, 'if (same && before.notified) {', 'if (same) {'),
  guard(
    'a band is written over what was read alone',
    'shared/tables/links.ts',
    "{ when: 'revision = :before', values: { ':before': revision } }",
    "{ when: 'revision = :before OR attribute_exists(revision)', values: { ':before': revision } }",
  ),
  guard(
    'a band that another function wrote is counted again',
    SHARE,
    'if (!same && !(await links.writeBand(next, before))) return undefined;',
    'if (!same) await links.writeBand(next, before);',
  ),
  guard(
    'values that a company leaves are taken back',
    SHARE,
    'ports.links.remove(left.map(',
    'ports.links.remove([].map(',
  ),
  guard(
    'a company claims its values before it writes them',
    'functions/3-assess-company/share-values.ts',
    'isToWrite ? await ports.links.claim(member.enterpriseCode, links, ports.expiry()) : []',
    '[]',
  ),
  guard(
    'values that a failed try claimed are taken back',
    SHARE,
    '[...claimed, ...before.map',
    '[...claimed.slice(claimed.length), ...before.map',
  ),
  guard(
    'what a failed try has begun to share is written again',
    SHARE,
    'again || (!isNew && (await ports.links.areUnsure(member.enterpriseCode, before)))',
    'again',
  ),
  guard('after a failed try all values are written again', SHARE, 'again || (!isNew', '(!isNew'),
];

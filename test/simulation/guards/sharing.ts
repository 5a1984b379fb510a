import { guard, type Guard } from '../guard.ts';

const SHARE = 'functions/3-assess-company/share-values.ts';
const WRITE = 'functions/3-assess-company/write-links.ts';

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
    WRITE,
    'ports.links.remove(left.map(',
    'ports.links.remove([].map(',
  ),
  guard(
    'a company claims its values before it writes them',
    WRITE,
    'await ports.links.claim(enterpriseCode, links, run, ports.expiry())',
    '{ values: [], others: [] }',
  ),
  guard(
    'values that a failed try claimed are taken back',
    WRITE,
    '[...values, ...before.map',
    '[...values.slice(values.length), ...before.map',
  ),
  guard(
    'what a failed try has begun to share is written again',
    SHARE,
    'again || (!isNew && (await ports.links.areUnsure(member.enterpriseCode, before)))',
    'again',
  ),
  guard(
    'a company is assessed once more where another run may still write',
    WRITE,
    'if (open.length === 0) return false;',
    'if (open.length >= 0) return false;',
  ),
  guard(
    'links are unsure while another run may write them',
    'shared/tables/links.ts',
    ' || runsIn(Item).length > 0;',
    ';',
  ),
  guard('after a failed try all values are written again', SHARE, 'again || (!isNew', '(!isNew'),
  guard(
    'the values of a company are forgotten only where no other run has written its claims since',
    'shared/tables/links.ts',
    "{ when: 'writeId = :last AND areWritten = :true', values: { ':last': writeId, ':true': true } }",
    "{ when: 'areWritten = :true', values: { ':true': true } }",
  ),
  guard(
    'the values of a company are forgotten only where no run has claimed any since',
    'shared/tables/links.ts',
    "{ when: 'writeId = :last AND areWritten = :true', values: { ':last': writeId, ':true': true } }",
    "{ when: 'writeId = :last', values: { ':last': writeId } }",
  ),
];

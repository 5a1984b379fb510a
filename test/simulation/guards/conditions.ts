import { guard, type Guard } from '../guard.ts';

/** The conditions of writes, grouped by the data that they protect from being overwritten. */
export const CONDITION_GUARDS: readonly Guard[] = [
  guard(
    'a fact is removed only as it was read',
    'shared/tables/superseded.ts',
    "when: '#from.#version = :version',",
    "when: '#from.#version = :version OR attribute_exists(#from)',",
  ),
  guard(
    'a delivery is due later only by the instant that was read',
    'shared/tables/deliveries.ts',
    "{ when: 'dueAt = :seen',",
    "{ when: 'dueAt = :seen OR attribute_exists(dueAt)',",
  ),
  guard(
    'nobody takes a lease that has not ended',
    'shared/tables/receivers.ts',
    '(attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    '(attribute_exists(receiver) OR leasedUntil <= :now)',
  ),
  guard(
    'a function gives back its own lease alone',
    'shared/tables/receivers.ts',
    "{ when: 'leasedBy = :by',",
    "{ when: 'leasedBy = :by OR attribute_exists(receiver)',",
  ),
  guard(
    'the picture of the province is written over what was read alone',
    'shared/tables/files.ts',
    "? { when: 'revision = :before',",
    "? { when: 'revision = :before OR attribute_exists(revision)',",
  ),
  guard(
    'a file is begun once',
    'shared/tables/files.ts',
    "const NOT_BEGUN = { when: 'attribute_not_exists(#version)'",
    "const NOT_BEGUN = { when: 'attribute_not_exists(#version) OR attribute_exists(#version)'",
  ),
  guard(
    'a reply is kept once',
    'shared/tables/replies.ts',
    "const isNew = { when: 'attribute_not_exists(replyId)' };",
    "const isNew = { when: 'attribute_not_exists(replyId) OR attribute_exists(replyId)' };",
  ),
  guard(
    'a reply is acted on once',
    'shared/tables/replies.ts',
    "'attribute_exists(replyId) AND attribute_not_exists(actedOnAt)'",
    "'attribute_exists(replyId)'",
  ),
  guard(
    'the money of a company gives way to that of later facts',
    'shared/tables/outcomes.ts',
    "when: 'attribute_not_exists(gatheredAt) OR gatheredAt <= :mine',",
    "when: 'attribute_not_exists(gatheredAt) OR attribute_exists(gatheredAt) OR gatheredAt <= :mine',",
  ),
  guard(
    'a handling status only moves forward',
    'shared/tables/handling-status.ts',
    "join(', ')}))`,",
    "join(', ')}) OR attribute_exists(noticeId))`,",
  ),
  guard(
    'the head of the log is published for its own attempt alone',
    'shared/tables/log.ts',
    "const ofHead = ({ size, attempt }: HeadId) => ({\n  when: '#size = :size AND attempt = :attempt',",
    "const ofHead = ({ size, attempt }: HeadId) => ({\n  when: '#size = :size AND (attempt = :attempt OR attribute_exists(attempt))',",
  ),
  guard(
    'a delivery is begun once',
    'shared/tables/deliveries.ts',
    "      : { when: 'attribute_not_exists(noticeId)' };",
    "      : { when: 'attribute_not_exists(noticeId) OR attribute_exists(noticeId)' };",
  ),
  guard(
    'a search key that a version of another file has is not deleted',
    'shared/tables/police-records.ts',
    "when: '#file = :file',",
    "when: 'attribute_exists(#file) OR #file = :file',",
  ),
];

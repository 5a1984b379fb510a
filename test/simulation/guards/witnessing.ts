import { guard, type Guard } from '../guard.ts';

const WITNESS = 'functions/receiver-api/witness-log.ts';

/** The guards of heads of the log that receivers co-sign. */
export const WITNESSING_GUARDS: readonly Guard[] = [
  guard(
    'a witness does not write over the signature of another one',
    'shared/tables/log.ts',
    '? { when: `${when} AND attribute_not_exists(witnessed)`, names, values }',
    '? { when, names, values }',
  ),
  guard(
    'whoever signs after another witness has seen its signature',
    'shared/tables/log.ts',
    ': { when: `${when} AND witnessed = :witnessed`, names,',
    ': { when: `${when} AND (witnessed = :witnessed OR attribute_exists(witnessed))`, names,',
  ),
  guard(
    'the signature of an earlier witness of the same head is kept',
    WITNESS,
    'before?.note.text === given.note.text ? before.note.signatures : [];',
    'before?.note.text === given.note.text ? before.note.signatures.slice(0, 0) : [];',
  ),
  guard(
    'a checkpoint is taken from whoever has co-signed it',
    WITNESS,
    "if (typeof given === 'string' || given.witnesses.length === 0) throw",
    "if (typeof given === 'string') throw",
  ),
  guard(
    'an earlier head that is co-signed adds nothing',
    WITNESS,
    '    if (before && before.size > given.size) return { size: before.size };\n',
    '',
  ),
  guard(
    'a head that the log does not have yet is not taken',
    WITNESS,
    'if (!head || given.size > head.size) throw',
    'if (!head) throw',
  ),
  guard(
    'signatures that nobody can verify are left out',
    WITNESS,
    'trusted.some((key) => key.name === name && sameBytes(key.id, keyId)),',
    'trusted.some((key) => key.name === name || sameBytes(keyId, keyId)),',
  ),
  guard(
    'what is appended keeps the cosignatures of the head before',
    'functions/append-entries/append-entries.ts',
    'start, attempt, witnessed: before?.witnessed };\n    if',
    'start, attempt };\n    if',
  ),
  guard(
    'the head that witnesses have signed lies in the bucket',
    'functions/append-entries/publish-page.ts',
    '  if (head.witnessed !== undefined) await objects.put(bucket, LOG_FILES.witnessed, head.witnessed, TEXT);\n',
    '',
  ),
  guard(
    'a notice is proved by the head that witnesses have signed',
    'shared/use-cases/prove-entry.ts',
    'const by = witnessed && witnessed.size > place.index ? witnessed : newest;',
    'const by = witnessed && witnessed.size < place.index ? witnessed : newest;',
  ),
];

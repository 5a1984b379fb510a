import { guard, type Guard } from '../guard.ts';

const CONCERNED = 'functions/1-read-file/concerned-companies.ts';
const READING_RUN = 'functions/1-read-file/reading-run.ts';

/** The reasons for which those whom a file's rows concern are sent messages. */
export const TELLING_GUARDS: readonly Guard[] = [
  guard(
    'who declared a person is asked about',
    CONCERNED,
    '        this.addDocument(record.record.documentNumber, hash);\n',
    '',
  ),
  guard(
    'who declared the old number of a person is asked about',
    CONCERNED,
    '        if (record.record.oldNumber) this.addDocument(record.record.oldNumber, hash);\n',
    '',
  ),
  guard(
    'who has an account under a phone is asked about',
    CONCERNED,
    '        this.#phones.add(phoneLink(record.phone, hash));',
    '        void phoneLink;',
  ),
  guard(
    'the bank of an account is asked about a listing',
    CONCERNED,
    '        this.#listed.add(accountKeysOf(record, hash).accountRef);\n',
    '',
  ),
  guard(
    'who declared an old number that a later drop leaves out is asked about',
    READING_RUN,
    '    for (const number of documentNumbers) this.#touched.addDocument(number, this.#ports.hash);\n',
    '    void documentNumbers;\n',
  ),
  guard(
    'a company is asked about of which a row was repaired',
    READING_RUN,
    '    for (const { enterpriseCode } of few) if (enterpriseCode !== undefined) this.#touched.addCompany(enterpriseCode);\n',
    '',
  ),
  guard(
    'who had an account by an earlier drop is asked about',
    READING_RUN,
    '    for (const code of companies) this.#touched.addCompany(code);\n',
    '    void companies;\n',
  ),
];

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
  guard(
    'those are told of facts that are taken back once these are deleted',
    'functions/1-read-file/take-back-drops.ts',
    '    await inParallel(chunk, AT_ONCE, ({ takeBack }) => takeBack());\n    await notify(concerned, ports);\n',
    '    await notify(concerned, ports);\n    await inParallel(chunk, AT_ONCE, ({ takeBack }) => takeBack());\n',
  ),
  guard(
    'the banks are told again of a company whose people are awaited',
    'functions/3-assess-company/await-verification.ts',
    '  await ports.notifyBanks(accounts, ports.settlingSeconds);\n',
    '',
  ),
  guard(
    'those whom rows concern are told once the rows are written',
    READING_RUN,
    '    await this.written();\n    await this.#touched.notifySteps(this.#ports);\n',
    '    await this.#touched.notifySteps(this.#ports);\n    await this.written();\n',
  ),
  guard(
    'rows are written once those before them are',
    READING_RUN,
    '    await this.#writing;\n    this.#writing =',
    '    this.#writing =',
  ),
  guard(
    'an account is marked as once known before its facts go',
    'shared/tables/accounts.ts',
    '      await batchWrite(db, table, putRequests(marks, keyOf));\n',
    '',
  ),
];

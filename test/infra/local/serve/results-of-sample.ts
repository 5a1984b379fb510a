import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Receipt } from '#shared/contracts/receipt.ts';
import { differing, resultsIn } from '#test/faults/same-results.ts';
import { BAD_WIRE, runOverWire } from '#test/faults/wire.ts';
import { recompute } from '#test/recompute/recomputed.ts';
import { filesOf } from '#test/recompute/rows.ts';
import { outputOf } from '#test/recompute/run.ts';
import { worldOf } from '#test/recompute/world.ts';
import { realEngines } from '#test/support/real-engines.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

interface SampleRun {
  /** The folder of its results. */
  readonly out: string;
  readonly logFile: string;
}

/** Reads what `npm start` has written about the sample inbox, on the synthesised stack and the embedded engines. */
export const resultsOfSample = (runOf: () => SampleRun) =>
  describe('npm start on the sample', () => {
    let out: string;
    let logFile: string;
    beforeAll(() => {
      ({ out, logFile } = runOf());
    });
    const text = (path: string) => readFileSync(join(out, path), 'utf8');
    const lines = (path: string): Record<string, unknown>[] =>
      text(path)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));

    it('npm start on the sample leaves a receipt for every file, in which every row is counted', () => {
      const files = readdirSync(join(root, 'events/sample-inbox'), { recursive: true, encoding: 'utf8' }).filter(
        (name) => /\.\w+$/u.test(name),
      );
      expect(files.length).toBeGreaterThan(6);
      for (const file of files) {
        const receipt = Receipt.parse(JSON.parse(text(`receipts/${file}.json`)));
        expect(receipt.read).toBe(receipt.accepted + receipt.rejected);
        expect(existsSync(join(out, `receipts/${file}.rejected.csv`))).toBe(receipt.rejected > 0);
      }
    });

    it('npm start on the sample has one police notice for each flagged company, and no other', () => {
      const flagged = lines('companies.jsonl').filter(({ verdict }) => verdict === 'flagged');
      expect(flagged.length).toBeGreaterThan(0);
      expect(
        lines('notices/police.jsonl')
          .map(({ enterpriseCode }) => enterpriseCode)
          .sort(),
      ).toEqual(flagged.map(({ enterpriseCode }) => enterpriseCode).sort());
      expect(lines('notices/withdrawn.jsonl')).toEqual([]);
      expect(lines('parked.jsonl')).toEqual([]);
    });

    it('every statement of the sample’s results agrees with the rows of its inbox', async () => {
      const world = await worldOf(filesOf(join(root, 'events/sample-inbox')), '2025-12-31');
      const classes = [...recompute(world, outputOf(out)).classes];
      expect(classes.flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
      expect(classes.reduce((all, [, { checked }]) => all + checked, 0)).toBeGreaterThan(1000);
    });

    it('npm start on the sample gives each bank notices of its own accounts alone', () => {
      const banks = readdirSync(join(out, 'notices/banks'));
      expect(banks.length).toBeGreaterThan(1);
      for (const file of banks) {
        for (const { bank } of lines(`notices/banks/${file}`)) expect(`${String(bank)}.jsonl`).toBe(file);
      }
    });

    it('npm start on the sample writes no name or number of a person into its log', () => {
      const log = readFileSync(logFile, 'utf8');
      expect(log).toContain('FILE_READ');
      expect(log).not.toMatch(/(?:Survey|Log)Overtaken/u);
      const extract = readFileSync(join(root, 'events/sample-inbox/identities/trich-luc-1.csv'), 'utf16le');
      const people = extract
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split('\t').slice(0, 3))
        .filter((cell) => cell.length > 4);
      expect(people.length).toBeGreaterThan(40);
      expect(people.filter((secret) => log.includes(secret))).toEqual([]);
      expect(log).not.toMatch(/@gmail|"0?3[34]\d{10}"/u);
    });

    it('npm start on the sample writes a summary of what it did', () => {
      const summary = JSON.parse(text('summary.json'));
      expect(summary).toMatchObject({ parked: 0, switchesOff: [], leftAlone: [], notices: { withdrawn: 0 } });
      expect(summary.rows.read).toBe(summary.rows.accepted + summary.rows.rejected);
    });

    it('npm start on the sample ends the same on dynalite and fauxqs, where answers are lost, throttled, given in part and twice', async () => {
      const overWire = temporaryFolder('wire');
      const inbox = join(root, 'events/sample-inbox');
      const { failures, befell } = await runOverWire({ inbox, out: overWire }, BAD_WIRE, 2, await realEngines());
      expect(failures).toEqual([]);
      for (const times of Object.values(befell)) expect(times).toBeGreaterThan(0);
      expect(befell.answerLost).toBeGreaterThan(100);
      expect(differing(withoutDeliveries(out), withoutDeliveries(overWire))).toEqual([]);
    });
  });

/** The results of a run but for how far notices are delivered: of the two runs one sends them to a bank. */
const withoutDeliveries = (folder: string) => {
  const results = resultsIn(folder);
  const { notices, ...summary } = JSON.parse(results.get('summary.json') ?? '{}');
  const { byHandlingStatus: _delivered, ...counted } = notices;
  return new Map(results).set('summary.json', JSON.stringify({ ...summary, notices: counted }));
};

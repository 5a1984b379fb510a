import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

const HOLDER = { code: code(1), person: 'Trần Thị Mẫu', born: '05/06/1985', document: '033185000123' };
const STRANGER = { code: code(2), person: 'Lê Văn Thử', born: '07/08/1990', document: '033090000124' };
/** An old number that only the wrong police record joins with the stranger's company. */
const OLD_NUMBER = '145678901';

const registerOf = (enterpriseCode: string): string =>
  accounts(`970436,0012345678901,${enterpriseCode},CÔNG TY TNHH MẪU,Trần Thị Mẫu,033185000123,0912345678,10/03/2025,1`);
/** The wrong record matches the stranger, so that no sweep asks for them again. */
const EXTRACT = identities('033185000123,CCCD,Trần Thị Mẫu,05/06/1985,Nữ,BINH_THUONG,,,');
const WRONG_EXTRACT = identities(`033185000123,CCCD,Lê Văn Thử,07/08/1990,Nam,BINH_THUONG,,,${OLD_NUMBER}`);

const drop = async (run: FlowRun, key: string, content: string) => {
  await run.drop(key, content);
  await run.settle();
};
const strangerIn = async (run: FlowRun) => {
  const { verdict, score, findings, people } = (await run.assessments.of([STRANGER.code])).get(STRANGER.code) ?? {};
  return { verdict, score, findings, people };
};

describe.each([
  {
    named: 'a register gave an account',
    key: 'accounts/register.csv',
    wrong: registerOf(STRANGER.code),
    right: registerOf(HOLDER.code),
    stranger: STRANGER,
    queue: 'companies',
  },
  {
    named: 'a police record named by its old number',
    key: 'identities/a.csv',
    wrong: WRONG_EXTRACT,
    right: EXTRACT,
    stranger: { ...STRANGER, document: OLD_NUMBER },
    queue: 'registrations',
  },
])('a company that $named only in the wrong file', ({ key, wrong, right, stranger, queue }) => {
  const begun = async () => {
    const run = await flow();
    await drop(
      run,
      'registrations/a.csv',
      registrations(HOLDER, stranger).replace(`CCCD,${OLD_NUMBER}`, `CMND,${OLD_NUMBER}`),
    );
    return run;
  };

  it.each(['nowhere', `before ${queue} are sent`, `after ${queue} are sent`])(
    'the company is assessed again once the right file is read by a reader that ends %s',
    async (point) => {
      const [calm, run] = [await begun(), await begun()];
      await drop(calm, key, right);
      await drop(run, key, wrong);
      expect(await strangerIn(run)).not.toEqual(await strangerIn(calm));
      if (point !== 'nowhere')
        run.at(point, () => {
          throw new Error('killed');
        });
      await drop(run, key, right);
      expect(run.notPassed()).toEqual([]);
      expect(await strangerIn(run)).toEqual(await strangerIn(calm));
    },
  );
});

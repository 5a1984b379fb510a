import { rowsOf } from '#shared/domain/vietnamese/text/rows-of.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Phrases of legal forms in many languages, as `latinise` leaves them without punctuation, and the short form of each. */
export const LEGAL_PHRASES = rowsOf(`
  limited liability partnership: llp; limited liability company: llc;
  obshchestvo s ogranichennoy otvetstvennostyu: llc; societatea cu raspundere limitata: srl;
  societe a responsabilite limitee: sarl; gesellschaft mit beschrankter haftung: gmbh; open joint stock company: jsc;
  public joint stock company: jsc; closed joint stock company: jsc; joint stock company: jsc;
  aktsionernoe obshchestvo: jsc; public limited company: plc; private limited: ltd; naamloze vennootschap: nv;
  societe anonyme: sa; sociedad anonima: sa; societas europaea: se; aktiengesellschaft: ag; incorporated: inc;
  sp z o o: llc; g m b h: gmbh; s a r l: sarl; s a s: sas; p l c: plc; l l c: llc; l l p: llp; s p a: spa; o o o: llc;
  n v: nv; b v: bv; s a: sa; a g: ag; a s: as; l p: lp; n a: na; limited: ltd; corporation: corp; company: co;
  ooo: llc`);

/** Short legal forms, which are not compared because they distinguish few companies. */
export const LEGAL_FORMS = set(
  'ag as ab asa bv bvba co corp gmbh inc jsc jv kg kgaa ltd llc llp lp na nv oy oyj oao ojsc pao pjsc zao ao plc pte pty pvt sa sas sarl sarl se sl spa srl sro doo ood ooo akg cv',
);

/** Words that show a name to be an organisation's, in which an added word means another organisation. */
export const ORGANISATION_WORDS = set(
  `academy agency airlines army association authority banco bank banking brigade bureau capital center centre chamber church college committee
  commission confederation council department energy engineering enterprise enterprises factory federation finance financial foundation front fund gas
  global government group holding holdings industries industrial industry institute insurance international investment
  investments laboratory ministry mortgage motor motors national office oil organisation organization partners party petroleum plant
  republic refinery securities services society solutions state systems technologies technology trade trading trust union united university`,
);

/** Words that may be left out: articles, linking words, and ranks before a name. */
export const EMPTY_WORDS = set(
  `the of and und et de du des la le el al ul ur bin ben ibn bint abu von van der den da di do dos y i
  mr mrs ms miss dr prof sir dame lord lady monsieur madame herr frau senor senora president general gen col colonel
  sheikh shaikh sheik haji hajji mullah maulavi imam sayyid sayed sayyed hon group holding holdings`,
);

export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)] as const)
    .concat([
      ['twenty', '20'],
      ['thirty', '30'],
      ['forty', '40'],
      ['fifty', '50'],
      ['first', '1st'],
      ['second', '2nd'],
      ['third', '3rd'],
    ]),
);

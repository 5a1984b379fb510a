const table = (entries: string): ReadonlyMap<string, string> =>
  new Map(
    entries
      .trim()
      .split(/\s+/u)
      .map((entry) => [entry.charAt(0), entry.slice(1)]),
  );

/**
 * Latin spellings of other scripts' letters, as passports and newspapers usually write them. Vowels that a script does
 * not write are not added.
 */
const LETTERS = table(`
  аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi їyi єye ґg ўu ђdj јj љlj њnj ћc џdz
  αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo
  اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk کk گg لl مm نn هh ةa وu يi یi ىa ء ئi ؤu أa إi آa پp چch ژzh ٱa
  աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւu փp քk օo ֆf
  აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh
  ёe øo łl đd ðd þth ßss æae œoe ıi
`);

const MARKS = /\p{M}+/gu;

/**
 * Writes a text in lower case and Latin letters without marks: `Сергей` becomes `sergey` and `Müller` becomes `muller`.
 * Scripts without a table stay as they are.
 */
export function latinise(text: string): string {
  let latin = '';
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    latin += letter <= '\u007f' ? letter : (LETTERS.get(letter) ?? unmarked(letter));
  }
  return latin;
}

const unmarked = (letter: string): string =>
  Array.from(letter.normalize('NFKD').replace(MARKS, ''), (part) => LETTERS.get(part) ?? part).join('');

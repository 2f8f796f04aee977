// The postcode areas: the letters a postcode may begin with. Knowing them tells an O from a zero: E10 is in London, EIO is nowhere.
// Source: Royal Mail, the 121 areas of the United Kingdom and the three of the Crown dependencies (GY, IM, JE).

const areas: ReadonlySet<string> = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG ' +
    'HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA ' +
    'SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

/** Areas with a district 0; elsewhere districts begin at 1. */
const withDistrictZero: ReadonlySet<string> = new Set(['BL', 'BS', 'CR', 'FY', 'HA', 'PR', 'SL', 'SS']);

/** Areas whose inner districts end in a letter, as E1W and SW1A, and the letters that can stand there: never an O or an I. */
const withLetter: ReadonlySet<string> = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);
const lettersAfterOne = 'ABCDEFGHJKPSTUW';
const lettersAfterTwo = 'ABEHMNPRVWXY';

const outwardShape = /^([A-Z]{1,2})([0-9]{1,2})([A-Z]?)$/u;

function hasLetteredDistricts(area: string, district: string, letter: string): boolean {
  return withLetter.has(area) && /^[1-9]$/u.test(district) && (area.length === 1 ? lettersAfterOne : lettersAfterTwo).includes(letter);
}

/** Whether this can be the first half of a postcode: the area exists and its districts are numbered so. */
export function isOutwardCode(text: string): boolean {
  const [, area = '', district = '', letter = ''] = outwardShape.exec(text) ?? [];
  if (!areas.has(area)) return false;
  if (letter !== '') return hasLetteredDistricts(area, district, letter);
  return district === '0' ? withDistrictZero.has(area) : !district.startsWith('0');
}

// Postcodes as feeds write them ("e1  6an", "SW1A1AA.", "London E1 6AN", "E1 6AN (rear entrance)"): upper case, one space, or none at all.
// Form: https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema (BS 7666), areas as the Royal Mail has them.

const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP ' +
    'HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE ' +
    'SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);
const form =
  /(?<![A-Z0-9])(?<area>[A-Z]{1,2})(?<district>\d[A-Z\d]?)[\s.-]{0,3}(?<inward>[\dOI][ABD-HJLNP-UW-Z0][ABD-HJLNP-UW-Z0])(?![A-Z0-9])/gu;

function mendInward(inward: string): string {
  const digit = inward.slice(0, 1).replace('O', '0').replace('I', '1');
  return digit + inward.slice(1).replaceAll('0', 'O');
}

/** The last postcode in the text, as `E1 6AN`; undefined where none can be one. */
export function tidyPostcode(raw: string): string | undefined {
  const text = raw.slice(0, 200).toUpperCase();
  for (const candidate of [text, text.replace(/[^A-Z0-9]/gu, '')]) {
    const found = [...candidate.matchAll(form)].filter(({ groups }) => areas.has(groups?.['area'] ?? '')).at(-1)?.groups;
    // Letter O for nought is common in the last part; only outward parts of letters that exist are taken
    const { area = '', district = '', inward = '' } = found ?? {};
    if (found !== undefined && /\D/u.test(mendInward(inward).slice(1))) return `${area}${district} ${mendInward(inward)}`;
  }
  return undefined;
}

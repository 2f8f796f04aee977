// From the rank of a small area in its country's index of deprivation to its tenth: 1 the most deprived, 10 the least.
// Ranks of different countries cannot be compared, nor can tenths: each index measures other things.
// Sources: English Indices of Deprivation 2019 (32,844 LSOAs) and 2025 (33,755); Welsh Index of Multiple Deprivation 2019 (1,909) and
// 2025 (1,917); Scottish Index of Multiple Deprivation 2020 (6,976 data zones); Northern Ireland Multiple Deprivation Measure 2017 (890 SOAs).

/** How many areas are ranked, by the letter a country's codes begin with: in the editions up to 2020, and in those since. */
const ranked: Readonly<Record<string, readonly [number, number]>> = {
  E: [32_844, 33_755],
  W: [1909, 1917],
  S: [6976, 6976],
  N: [890, 890],
};

/** Northern Ireland's areas of 2011 are written as `95AA01S1`. */
function countryOf(code: string): string {
  return code.startsWith('95') ? 'N' : code.charAt(0);
}

/**
 * The tenth a rank falls in. `code`: of the small area or the local authority. `year`: of the index where the file says it; a rank beyond an older
 * edition is read in the newer. Undefined without a rank (new and ended postcodes, Crown dependencies) or beyond every edition.
 */
export function deprivationDecile(rank: number, code: string, year = 0): number | undefined {
  const counts = ranked[countryOf(code)];
  if (counts === undefined || !Number.isInteger(rank) || rank < 1) return undefined;
  const count = year > 2020 || rank > counts[0] ? counts[1] : counts[0];
  return rank > count ? undefined : Math.ceil((rank * 10) / count);
}

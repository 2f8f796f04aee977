// A word in another script as it sounds in Latin letters, roughly: enough to meet what people type for it on an English keyboard.
// Indic scripts stand in Unicode in one order, so that one row of sounds serves them all
// (https://www.unicode.org/charts/: Devanagari 0900, Bengali 0980, Gurmukhi 0A00, Gujarati 0A80, Tamil 0B80).

const firstIndic = 0x0900;
const lastIndic = 0x0bff;
const block = 0x80;

/** Independent vowels from …05, consonants from …15, vowel signs from …3E; a gap where no sound stands. */
const vowels = 'a,aa,i,ii,u,uu,ri,l,e,e,e,ai,o,o,o,au'.split(',');
const consonants = 'k,kh,g,gh,n,ch,chh,j,jh,n,t,th,d,dh,n,t,th,d,dh,n,n,p,ph,b,bh,m,y,r,r,l,l,l,v,sh,sh,s,h'.split(',');
const signs = 'aa,i,ii,u,uu,ri,ri,e,e,e,ai,o,o,o,au'.split(',');
const [vowelsAt, consonantsAt, nukta, signsAt, virama] = [0x05, 0x15, 0x3c, 0x3e, 0x4d];
/** Candrabindu and anusvara: a nasal. */
const nasals = new Set([0x01, 0x02, 0x70]);
/** Dotted letters some of which Unicode keeps apart: …5C and …5D are r, …5F is y. */
const dotted: Readonly<Record<number, string>> = {
  0x58: 'k',
  0x59: 'kh',
  0x5a: 'g',
  0x5b: 'j',
  0x5c: 'r',
  0x5d: 'rh',
  0x5e: 'f',
  0x5f: 'y',
};

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a,б:b,в:v,г:g,ґ:g,д:d,е:e,є:e,ж:zh,з:z,и:i,і:i,ї:i,й:i,к:k,л:l,м:m,н:n,о:o,п:p,р:r,с:s,т:t,у:u,ф:f,х:h,ц:ts,ч:ch,ш:sh,щ:sht,ъ:a,ы:i,ь:,э:e,ю:iu,я:ia'
    .split(',')
    .map(pair => pair.split(':') as [string, string]),
);

function consonantOf(place: number): string | undefined {
  return dotted[place] ?? (place >= consonantsAt ? consonants[place - consonantsAt] : undefined);
}

function isVowelSign(place: number): boolean {
  return (place >= signsAt && place <= signsAt + signs.length) || place === virama;
}

function placeOf(character: string | undefined): number | undefined {
  const point = character?.codePointAt(0) ?? 0;
  return point >= firstIndic && point <= lastIndic ? point % block : undefined;
}

/** A consonant carries an a, unless it is the last letter or what follows says otherwise. */
function isBare(next: number | undefined, isLast: boolean): boolean {
  return isLast || (next !== undefined && (isVowelSign(next) || next === nukta));
}

/** One Indic letter. */
function indicSound(place: number, next: number | undefined, isLast: boolean): string {
  const consonant = nasals.has(place) ? undefined : consonantOf(place);
  if (consonant !== undefined) return isBare(next, isLast) ? consonant : `${consonant}a`;
  return nasals.has(place) ? 'n' : vowelOf(place);
}

function vowelOf(place: number): string {
  return (place >= signsAt ? signs[place - signsAt] : vowels[place - vowelsAt]) ?? '';
}

/** The word in small Latin letters; letters of scripts not written here (Arabic, Chinese) stay as they are. */
export function inLatinLetters(word: string): string {
  const characters = Array.from(word);
  return characters
    .map((character, at) => {
      const place = placeOf(character);
      if (place !== undefined) return indicSound(place, placeOf(characters[at + 1]), at === characters.length - 1);
      return cyrillic[character] ?? character;
    })
    .join('');
}

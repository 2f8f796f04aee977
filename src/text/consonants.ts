// The consonants of a word, whatever its script and spelling: what "madad", "mdad" and مدد, or "pomoshch" and "помощь", have in common.
import anyAscii from 'any-ascii';

/** Letters that are heard alike; digits that stand for letters where Arabic is typed in Latin letters. */
const alike: Readonly<Record<string, string>> = { '5': 'k', x: 'k', q: 'k', c: 'k', z: 'j' };
const kept = /[bdfgjklmnprst]/u;

const sounds: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return alike[letter] ?? (kept.test(letter) ? letter : '');
});

const plain = /^[a-z0-9']*$/u;

/** The consonants of a folded word in Latin letters, near ones alike (k, q and c; j and z), doubles single. May be empty. */
export function consonantsOf(word: string): string {
  const latin = plain.test(word) ? word : anyAscii(word).toLowerCase();
  let [found, last] = ['', ''];
  for (let at = 0; at < latin.length; at += 1) {
    const isPh = latin.startsWith('ph', at);
    const sound = isPh ? 'f' : (sounds[latin.charCodeAt(at)] ?? '');
    if (isPh) at += 1;
    if (sound === '' || sound === last) continue;
    found += sound;
    last = sound;
  }
  return found;
}

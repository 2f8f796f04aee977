// FHIRPath's pattern functions on an engine whose every pattern takes time linear in the text, whatever a form's author or a patient writes.
// Sources: https://hl7.org/fhirpath/#matchesregex-string-boolean and following; RE2 knows neither look-around nor back-references.
import { RE2JS } from 're2js';

/** A pattern as FHIRPath means it (`.` matches line ends too), read in the notation of JavaScript. Throws where RE2 has no such thing. */
function compile(pattern: string, flags: string): RE2JS {
  if (!/^[im]*$/u.test(flags)) throw new Error('flags of a pattern are i and m');
  const insensitive = flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0;
  const lines = flags.includes('m') ? RE2JS.MULTILINE : 0;
  return RE2JS.compile(RE2JS.translateRegExp(pattern), RE2JS.DOTALL | insensitive | lines);
}

/** Why a pattern cannot be used, in English; undefined where it can. */
export function patternFault(pattern: string): string | undefined {
  try {
    compile(pattern, '');
    return undefined;
  } catch (error) {
    return String(error).replace(/^\w+: /u, '');
  }
}

/** Is a text matched somewhere by a pattern? */
export function matches(text: string, pattern: string, flags = ''): boolean {
  return compile(pattern, flags).matcher(text).find();
}

/** Is a text matched as a whole? With flag `m`, is one of its lines? */
export function matchesFull(text: string, pattern: string, flags = ''): boolean {
  return compile(`^(?:${pattern})$`, flags).matcher(text).find();
}

/** A text with every match replaced; `$1` and `$<name>` stand for groups. */
export function replaceMatches(text: string, pattern: string, replacement: string): string {
  return compile(pattern, '').matcher(text).replaceAll(replacement);
}

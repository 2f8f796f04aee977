// Left and right in a stylesheet become start and end, so that one stylesheet serves both directions of writing (CSS Logical Properties 1).

const sides: Readonly<Record<string, string>> = { left: 'start', right: 'end' };

const corners: Readonly<Record<string, string>> = {
  'top-left': 'start-start',
  'top-right': 'start-end',
  'bottom-left': 'end-start',
  'bottom-right': 'end-end',
};

/** The stylesheet with logical properties. Shorthands with four values are left alone. */
export function mirrorCss(css: string): string {
  return css
    .replace(/\b(margin|padding)-(left|right)(?=\s*:)/gu, (_all, box: string, side: string) => `${box}-inline-${sides[side] ?? side}`)
    .replace(/\bborder-(left|right)(?=(-width|-color|-style)?\s*:)/gu, (_all, side: string) => `border-inline-${sides[side] ?? side}`)
    .replace(
      /\bborder-(top|bottom)-(left|right)-radius(?=\s*:)/gu,
      (_all, row: string, side: string) => `border-${corners[`${row}-${side}`] ?? ''}-radius`,
    )
    .replace(/(?<![\w-])(left|right)(?=\s*:)/gu, (_all, side: string) => `inset-inline-${sides[side] ?? side}`)
    .replace(/\b(text-align|float):(\s*)(left|right)\b/gu, (_all, name: string, space: string, side: string) => {
      return `${name}:${space}${name === 'float' ? 'inline-' : ''}${sides[side] ?? side}`;
    });
}

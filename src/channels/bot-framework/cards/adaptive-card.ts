// The pieces Adaptive Cards are made of, version 1.5: the newest that Teams draws on telephones too. Only what every client of ours draws is
// used (Teams on telephones and computers, Web Chat). Schema: https://adaptivecards.io/schemas/adaptive-card.json
import type { Attachment } from 'botbuilder';

/** An element or an action, as it is sent. */
export type CardPart = Readonly<Record<string, unknown>> & { readonly type: string };

/** A whole card. */
export interface Card {
  readonly lang: string;
  readonly rtl: boolean;
  /** What a screen reader calls the card as a whole. */
  readonly speak: string;
  /** Shown by clients that know no cards of this version. */
  readonly fallbackText: string;
  readonly body: readonly CardPart[];
  readonly actions?: readonly CardPart[];
}

const longestFallback = 2_000;
export const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * Words for a TextBlock or a choice, which read Markdown and `{{DATE()}}`: whatever somebody typed, or a feed brought, makes no link and is
 * worked out nowhere.
 */
function inert(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('{{', '{ {');
}

function block(text: string, more: Readonly<Record<string, unknown>> = {}): CardPart {
  return { type: 'TextBlock', text: inert(text), wrap: true, ...more };
}

/** A heading, told as one by screen readers. */
export function heading(text: string): CardPart {
  return block(text, { style: 'heading', size: 'Medium', weight: 'Bolder' });
}

/** A sentence or two. Lines stand apart: one line break is none in Markdown. */
export function paragraphs(text: string): readonly CardPart[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => block(line, { spacing: 'Small' }));
}

/** A line that is of use, and not what is asked. */
export function small(text: string): CardPart {
  return block(text, { size: 'Small' });
}

/** Words exactly as they were typed: Markdown is not read here. */
export function asTyped(text: string, weight: 'Default' | 'Bolder' = 'Default'): CardPart {
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text, weight }] };
}

/** Things that belong together, with a line above. */
export function together(items: readonly CardPart[]): CardPart {
  return { type: 'Container', separator: true, spacing: 'Medium', items };
}

/** Side by side; the first takes what room the others leave. */
export function beside(...columns: readonly (readonly CardPart[])[]): CardPart {
  const of = (items: readonly CardPart[], at: number): CardPart => ({
    type: 'Column',
    width: at === 0 ? 'stretch' : 'auto',
    verticalContentAlignment: 'Center',
    items,
  });
  return { type: 'ColumnSet', separator: true, columns: columns.map(of) };
}

/** Fields of equal width. */
export function fieldsBeside(fields: readonly CardPart[]): CardPart {
  return { type: 'ColumnSet', columns: fields.map(field => ({ type: 'Column', width: 'stretch', items: [field] })) };
}

/** Buttons in a row. */
export function row(actions: readonly CardPart[]): CardPart {
  return { type: 'ActionSet', actions };
}

/** Buttons beneath one another: Teams draws no more than six in a row, and cuts their words off. */
export function stack(actions: readonly CardPart[]): readonly CardPart[] {
  return actions.map(action => ({ ...row([action]), spacing: 'Small' }));
}

/** A choice; its words are read as Markdown by some clients. */
export function choice(title: string, value: string): Readonly<Record<string, string>> {
  return { title: inert(title), value };
}

/** Names and what they come to, one a line. */
export function facts(lines: readonly (readonly [name: string, value: string])[]): CardPart {
  return { type: 'FactSet', facts: lines.map(([title, value]) => ({ title: inert(title), value: inert(value) })) };
}

/** What must be seen first. */
export function warning(text: string): CardPart {
  return { type: 'Container', style: 'attention', items: [block(text, { weight: 'Bolder' })] };
}

/**
 * A button whose answer is a card in the place of this one; clients that know no such button send the same data as a message.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
 */
export function executes(title: string, verb: string, data: Readonly<Record<string, unknown>>, inputs: 'auto' | 'none' = 'none'): CardPart {
  const both = { title, data, associatedInputs: inputs };
  return { type: 'Action.Execute', verb, ...both, fallback: { type: 'Action.Submit', ...both } };
}

/** A button that opens something below. */
export function opensBelow(title: string, body: readonly CardPart[], actions: readonly CardPart[]): CardPart {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', version: '1.5', body, actions } };
}

/** A link. */
export function openUrl(title: string, url: string): CardPart {
  return { type: 'Action.OpenUrl', title, url };
}

/** The card, ready to be attached. */
export function toAttachment({ lang, rtl, speak, fallbackText, body, actions = [] }: Card): Attachment {
  return {
    contentType: cardType,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      lang,
      ...(rtl && { rtl }),
      speak,
      fallbackText: fallbackText.slice(0, longestFallback),
      body,
      ...(actions.length > 0 && { actions }),
    },
  };
}

// What a number is measured in: the unit of an item, or the units to choose from.
// Sources: https://hl7.org/fhir/R4/extension-questionnaire-unit.html, -unitoption.html, -unitvalueset.html
import { extensionUrls } from './extension-urls.js';
import type { Unit } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { findExtensions, isRecord, readText } from './read-extension.js';
import type { ValueSets } from './read-options.js';

const measured = new Set(['integer', 'decimal', 'quantity']);

function toUnit(coding: unknown): readonly Unit[] {
  if (!isRecord(coding)) return [];
  const text = (name: string): string | undefined => {
    const value = coding[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const label = text('display') ?? text('code');
  return label === undefined ? [] : [{ label, ...omitUndefined({ system: text('system'), code: text('code') }) }];
}

function readUnitSet(item: QuestionnaireItem, valueSets: ValueSets, complain: (problem: string) => void): readonly Unit[] {
  const name = readText(item, extensionUrls.unitValueSet);
  if (name === undefined) return [];
  const set = valueSets.get(name);
  if (set === undefined) complain(`unitValueSet '${name}' is not at hand: contain it in the file, or list unitOption`);
  else if ('refused' in set) complain(`unitValueSet '${name}' ${set.refused}`);
  else return set.options.flatMap(({ value, label }) => ('valueCoding' in value ? toUnit({ display: label, ...value.valueCoding }) : []));
  return [];
}

/** The units of an item, none twice; `beside` is what a display inside it calls the unit, where nothing else says. */
export function readUnits(
  item: QuestionnaireItem,
  beside: string | undefined,
  valueSets: ValueSets,
  complain: (problem: string) => void,
): readonly Unit[] {
  if (!measured.has(item.type)) return [];
  const fixed = findExtensions(item, extensionUrls.unit).flatMap(each => toUnit(each['valueCoding']));
  const listed = findExtensions(item, extensionUrls.unitOption).flatMap(each => toUnit(each['valueCoding']));
  const units = [...fixed.slice(0, 1), ...listed, ...readUnitSet(item, valueSets, complain)];
  const same = (one: Unit, other: Unit): boolean => one.system === other.system && (one.code ?? one.label) === (other.code ?? other.label);
  const distinct = units.filter((unit, place) => units.findIndex(other => same(unit, other)) === place);
  return distinct.length === 0 && beside !== undefined ? [{ label: beside }] : distinct;
}
